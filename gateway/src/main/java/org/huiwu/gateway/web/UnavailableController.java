package org.huiwu.gateway.web;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the door says while a service does not answer: which one, and when to come again. The
/// others work on.
@RestController
class UnavailableController {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  @RequestMapping("/unavailable/{service}")
  void unavailable(@PathVariable String service) {
    throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", service)
        .with("service", service)
        .retryAfter(RETRY_AFTER);
  }
}
