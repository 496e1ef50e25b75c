package org.huiwu.platform.web.command;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import org.huiwu.platform.door.web.BodyLimit;
import org.huiwu.platform.web.problem.ProblemException.TooLarge;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Notes when a command arrived, reads its body once within the limit, and takes its fingerprint.
/// Uploads may be larger and go to a file, never to the heap.
final class BodyOnce extends OncePerRequestFilter {
  static final String RECEIVED_AT = BodyOnce.class.getName() + ".receivedAt";
  static final String FINGERPRINT = BodyOnce.class.getName() + ".fingerprint";

  private final Clock clock;
  private final HandlerExceptionResolver problems;

  BodyOnce(Clock clock, HandlerExceptionResolver problems) {
    this.clock = clock;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return HttpMethod.GET.matches(request.getMethod())
        || HttpMethod.HEAD.matches(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    request.setAttribute(RECEIVED_AT, clock.instant());
    if (BodyLimit.isUpload(request)) {
      spool(request, response, chain);
      return;
    }
    var body = request.getInputStream().readNBytes(BodyLimit.FORM + 1);
    if (body.length > BodyLimit.FORM) {
      problems.resolveException(
          request, response, null, new TooLarge("body-too-large", BodyLimit.FORM));
      return;
    }
    var digest = begun(request);
    request.setAttribute(FINGERPRINT, HexFormat.of().formatHex(digest.digest(body)));
    chain.doFilter(new Buffered(request, body), response);
  }

  private void spool(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var digest = begun(request);
    try (var body = SpooledBody.of(request.getInputStream(), digest)) {
      if (body.tooLarge()) {
        var problem = new TooLarge("body-too-large", BodyLimit.UPLOAD);
        problems.resolveException(request, response, null, problem);
        return;
      }
      request.setAttribute(FINGERPRINT, HexFormat.of().formatHex(digest.digest()));
      chain.doFilter(body.inPlaceOf(request), response);
    }
  }

  /// The fingerprint of a request but for its body.
  private static MessageDigest begun(HttpServletRequest request) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var query = request.getQueryString() == null ? "" : request.getQueryString();
      digest.update(
          (request.getMethod() + ' ' + request.getRequestURI() + '?' + query + '\n')
              .getBytes(StandardCharsets.UTF_8));
      return digest;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Buffered extends HttpServletRequestWrapper {
    private final byte[] body;

    Buffered(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      var bytes = new ByteArrayInputStream(body);
      return new ServletInputStream() {
        @Override
        public int read() {
          return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
          return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
          return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
          throw new UnsupportedOperationException("the body is read blocking");
        }
      };
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }
}
