package org.huiwu.gateway.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/// What the web server itself refuses (an address that is none) is a problem like any other.
final class ServerRefusals extends ErrorReportValve {
  private static final Logger log = LoggerFactory.getLogger(ServerRefusals.class);

  private final Problems problems;

  ServerRefusals(Problems problems) {
    this.problems = problems;
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
        writer.write(problems.text(Problems.of(status), request.getRequest()));
        response.finishResponse();
      }
    } catch (IOException e) {
      log.debug("whoever asked has gone", e);
    }
  }
}
