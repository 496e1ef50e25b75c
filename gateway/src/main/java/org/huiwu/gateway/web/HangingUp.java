package org.huiwu.gateway.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huiwu.gateway.door.web.Passage;
import org.huiwu.gateway.visitor.Visitor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Hangs up on the service when the page that followed has gone: otherwise the service would go on
/// telling a stream that nobody reads. And on the page, when who follows may no more.
public final class HangingUp implements ServerResponse {
  private static final Logger log = LoggerFactory.getLogger(HangingUp.class);

  private final ServerResponse response;
  private final ServerRequest request;
  private final LiveLines lines;
  private final AtomicBoolean hungUp = new AtomicBoolean();

  private HangingUp(ServerResponse response, ServerRequest request, LiveLines lines) {
    this.response = response;
    this.request = request;
    this.lines = lines;
  }

  public static HandlerFilterFunction<ServerResponse, ServerResponse> whenThePageHasGone(
      LiveLines lines) {
    return (request, next) -> new HangingUp(next.handle(request), request, lines);
  }

  @Override
  public HttpStatusCode statusCode() {
    return response.statusCode();
  }

  @Override
  public HttpHeaders headers() {
    return response.headers();
  }

  @Override
  public MultiValueMap<String, Cookie> cookies() {
    return response.cookies();
  }

  @Override
  public @Nullable ModelAndView writeTo(
      HttpServletRequest servletRequest, HttpServletResponse servletResponse, Context context)
      throws ServletException, IOException {
    var who = Passage.who(request.servletRequest());
    var line =
        Visitor.isOne(request.servletRequest())
            ? Optional.of(lines.opened(null, this::hangUp))
            : who.map(w -> lines.opened(w, this::hangUp));
    try {
      return response.writeTo(servletRequest, new Line(servletResponse, request), context);
    } catch (IOException | RuntimeException e) {
      if (hungUp.get()) {
        return null;
      }
      throw e;
    } finally {
      line.ifPresent(lines::closed);
    }
  }

  /// By the door itself: the page reads to the end of what it was told.
  private void hangUp() {
    hungUp.set(true);
    try {
      closeAnswer(request);
    } catch (IOException e) {
      log.debug("the service's side was gone already", e);
    }
  }

  private static void closeAnswer(ServerRequest request) throws IOException {
    if (request.attributes().get(MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR)
        instanceof InputStream answer) {
      answer.close();
    }
  }

  /// The page's side of the line. The service's side is closed at the first failed write: whoever
  /// closes the answer later would first read it to its end, and a stream has none.
  private static final class Line extends HttpServletResponseWrapper {
    private final ServerRequest request;

    Line(HttpServletResponse response, ServerRequest request) {
      super(response);
      this.request = request;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      var page = super.getOutputStream();
      return new ServletOutputStream() {
        @Override
        public void write(int b) throws IOException {
          write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          try {
            page.write(bytes, offset, length);
          } catch (IOException e) {
            hangUp();
            throw e;
          }
        }

        @Override
        public void flush() throws IOException {
          try {
            page.flush();
          } catch (IOException e) {
            hangUp();
            throw e;
          }
        }

        @Override
        public boolean isReady() {
          return page.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
          page.setWriteListener(listener);
        }
      };
    }

    private void hangUp() throws IOException {
      closeAnswer(request);
    }
  }
}
