package org.huiwu.gateway.web;

import java.net.URI;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the door says while a service does not answer: which one, and when to come again. The
/// others work on.
@RestController
class UnavailableController {
  private static final String RETRY_AFTER_SECONDS = "2";

  private final MessageSource messages;

  UnavailableController(MessageSource messages) {
    this.messages = messages;
  }

  @RequestMapping("/unavailable/{service}")
  ResponseEntity<ProblemDetail> unavailable(
      @PathVariable String service,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "zh") String language) {
    var locale =
        language.toLowerCase(Locale.ROOT).startsWith("en") ? Locale.ENGLISH : Locale.CHINESE;
    var problem = ProblemDetail.forStatus(HttpStatus.SERVICE_UNAVAILABLE);
    problem.setType(URI.create("urn:huiwu:problem:service-unavailable"));
    problem.setTitle(messages.getMessage("problem.service-unavailable.title", null, locale));
    problem.setDetail(
        messages.getMessage("problem.service-unavailable.detail", new Object[] {service}, locale));
    problem.setProperty("code", "service-unavailable");
    problem.setProperty("service", service);
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
