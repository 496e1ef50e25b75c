package org.huiwu.platform.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;

/// What was refused before it reached a controller is a problem like any other.
@Controller
public class ErrorsAsProblems implements ErrorController {
  private final Problems problems;

  ErrorsAsProblems(Problems problems) {
    this.problems = problems;
  }

  @RequestMapping("/error")
  ResponseEntity<Object> error(HttpServletRequest request) {
    var said = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var known = said instanceof Integer code ? HttpStatus.resolve(code) : null;
    var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return problems.of(
        Objects.requireNonNullElse(known, HttpStatus.NOT_FOUND),
        Objects.toString(path, request.getRequestURI()),
        new ServletWebRequest(request));
  }
}
