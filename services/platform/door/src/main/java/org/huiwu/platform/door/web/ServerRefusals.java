package org.huiwu.platform.door.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.BiFunction;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/// What the web server itself refuses (an address that is none, a request that is no HTTP) is a
/// problem like any other.
public final class ServerRefusals extends ErrorReportValve {
  private static final Logger log = LoggerFactory.getLogger(ServerRefusals.class);

  private final BiFunction<HttpStatus, HttpServletRequest, String> words;

  private ServerRefusals(BiFunction<HttpStatus, HttpServletRequest, String> words) {
    this.words = words;
  }

  /// To be applied after Boot's own customizers.
  ///
  /// @param words the problem as JSON, of a status, in the language of a request
  public static WebServerFactoryCustomizer<TomcatServletWebServerFactory> saidIn(
      BiFunction<HttpStatus, HttpServletRequest, String> words) {
    return server ->
        server.addContextCustomizers(
            context -> context.getParent().getPipeline().addValve(new ServerRefusals(words)));
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    var status = HttpStatus.resolve(response.getStatus());
    if (status == null
        || !status.isError()
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    try {
      var writer = response.getReporter();
      if (writer != null) {
        writer.write(words.apply(status, request.getRequest()));
        response.finishResponse();
      }
    } catch (IOException e) {
      log.debug("whoever asked has gone", e);
    }
  }
}
