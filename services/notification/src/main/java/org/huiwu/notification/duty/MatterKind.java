package org.huiwu.notification.duty;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What there is to act upon.
public enum MatterKind {
  /// A bus whose site holds an old list.
  GATE,
  /// Somebody is to be called.
  CALL,
  /// A letter that did not arrive, or of which nobody knows whether it did.
  LETTER,
  /// A change whose ripple is not through.
  CHANGE,
  /// A change that recipients have not acknowledged by their deadline.
  CASE,
  /// A recipient who has not acknowledged.
  DEBT;

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
