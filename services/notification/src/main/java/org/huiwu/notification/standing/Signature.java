package org.huiwu.notification.standing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Who acknowledges, and how it is known.
///
/// @param name the person's own name: personal data
/// @param device of a page, opaque; empty where there is none
public record Signature(String name, How how, String device) {
  public enum How {
    PAGE,
    SMS,
    CALL,
    DESK;

    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
