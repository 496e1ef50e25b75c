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
import org.huiwu.platform.web.problem.ProblemException.TooLarge;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Notes when a command arrived, reads its body once within the limit, and takes its fingerprint.
final class BodyOnce extends OncePerRequestFilter {
  static final String RECEIVED_AT = BodyOnce.class.getName() + ".receivedAt";
  static final String FINGERPRINT = BodyOnce.class.getName() + ".fingerprint";
  static final int LIMIT = 10 * 1024 * 1024;

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
    var body = request.getInputStream().readNBytes(LIMIT + 1);
    if (body.length > LIMIT) {
      problems.resolveException(request, response, null, new TooLarge("body-too-large", LIMIT));
      return;
    }
    request.setAttribute(FINGERPRINT, fingerprint(request, body));
    chain.doFilter(new Buffered(request, body), response);
  }

  private static String fingerprint(HttpServletRequest request, byte[] body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var query = request.getQueryString() == null ? "" : request.getQueryString();
      digest.update(
          (request.getMethod() + ' ' + request.getRequestURI() + '?' + query + '\n')
              .getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(body));
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
