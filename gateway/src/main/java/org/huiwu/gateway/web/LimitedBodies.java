package org.huiwu.gateway.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.huiwu.platform.door.web.BodyLimit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets no body through that is over its limit: at once where its length is said beforehand, at the
/// first byte too many where it is not. A service never sees more than the limit, and never takes
/// what it saw of such a body for the whole.
public final class LimitedBodies extends OncePerRequestFilter {
  private static final String REFUSAL = LimitedBodies.class.getName() + ".refusal";

  private final Problems problems;

  public LimitedBodies(Problems problems) {
    this.problems = problems;
  }

  /// Why the rest of this request's body was not let through.
  static Optional<Problem> refusal(HttpServletRequest request) {
    return Optional.ofNullable((Problem) request.getAttribute(REFUSAL));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var limit = BodyLimit.of(request);
    if (request.getContentLengthLong() > limit) {
      problems.write(tooLarge(limit), request, response);
      return;
    }
    chain.doFilter(new Limited(request, limit), response);
  }

  private static Problem tooLarge(int limit) {
    return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", Integer.toString(limit));
  }

  private static final class Limited extends HttpServletRequestWrapper {
    private final int limit;
    private @Nullable ServletInputStream counted;

    Limited(HttpServletRequest request, int limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (counted == null) {
        counted = new Counted(super.getInputStream(), this);
      }
      return counted;
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    Problem refuse() {
      var refusal = tooLarge(limit);
      setAttribute(REFUSAL, refusal);
      return refusal;
    }
  }

  private static final class Counted extends ServletInputStream {
    private final ServletInputStream body;
    private final Limited request;
    private long taken;

    Counted(ServletInputStream body, Limited request) {
      this.body = body;
      this.request = request;
    }

    @Override
    public int read() throws IOException {
      var one = body.read();
      if (one >= 0) {
        count(1);
      }
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      var n = body.read(into, offset, length);
      return n < 0 ? n : count(n);
    }

    private int count(int n) {
      taken += n;
      if (taken > request.limit) {
        throw request.refuse();
      }
      return n;
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
