package org.huiwu.gateway.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// What was refused before it came to a controller is a problem like any other.
@Controller
class ErrorsAsProblems implements ErrorController {
  private final Problems problems;

  ErrorsAsProblems(Problems problems) {
    this.problems = problems;
  }

  @RequestMapping("/error")
  ResponseEntity<Object> error(HttpServletRequest request) {
    var said = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var known = said instanceof Integer code ? HttpStatus.resolve(code) : null;
    return problems.answer(
        Problems.of(Objects.requireNonNullElse(known, HttpStatus.NOT_FOUND)), request);
  }
}
