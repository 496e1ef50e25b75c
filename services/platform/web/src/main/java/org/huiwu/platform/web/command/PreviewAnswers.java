package org.huiwu.platform.web.command;

import org.huiwu.platform.web.preview.Impact;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Answers previews.
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
class PreviewAnswers {

  /// The end of a preview. Thrown, so that no controller goes on as if the command had been done:
  /// reads what was uploaded, wakes somebody, sends something.
  static final class Previewed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Impact impact;

    Previewed(Impact impact) {
      super(null, null, false, false);
      this.impact = impact;
    }
  }

  @ExceptionHandler
  ResponseEntity<Impact> on(Previewed previewed) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(previewed.impact);
  }
}
