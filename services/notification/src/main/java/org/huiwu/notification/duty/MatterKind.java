package org.huiwu.notification.duty;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What there is to act upon.
public enum MatterKind {
  /// A bus has left although its site has not acknowledged.
  LEFT_ON_RED,
  /// A bus whose site holds an old list.
  GATE,
  /// Somebody is to be called.
  CALL,
  /// A list that nobody receives, or whose owner names somebody who is not in the contacts.
  RECIPIENT,
  /// A letter that did not arrive, or of which nobody knows whether it did.
  LETTER,
  /// A change whose ripple is not through.
  CHANGE,
  /// A change that recipients have not acknowledged by their deadline.
  CASE,
  /// What one desk has asked of another and nobody has answered.
  RETIMING,
  /// A recipient who has not acknowledged.
  DEBT;

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
