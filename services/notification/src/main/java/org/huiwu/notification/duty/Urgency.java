package org.huiwu.notification.duty;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How urgent something open is, the most urgent first: by what is left until its deadline, by what
/// it is, and by how long it has been open.
public enum Urgency {
  CRITICAL,
  HIGH,
  NORMAL,
  LOW;

  /// Less is left than it takes to call somebody and be understood.
  private static final Duration AT_ONCE = Duration.ofMinutes(30);

  private static final Duration SOON = Duration.ofHours(3);

  private static final Duration THIS_SHIFT = Duration.ofHours(12);

  /// A deadline that is longer ago presses nobody any more.
  private static final Duration LONG_PAST = Duration.ofHours(12);

  private static final Duration OLD = Duration.ofHours(4);

  /// @param age since when it has been open
  /// @param left until its deadline, negative when that is past; null: it has none
  public static Urgency of(MatterKind kind, Duration age, @Nullable Duration left) {
    if (left != null && left.compareTo(LONG_PAST.negated()) < 0) {
      return LOW;
    }
    var urgency = higher(byDeadline(left), atLeast(kind));
    return age.compareTo(OLD) > 0 ? higher(urgency, urgency.raised()) : urgency;
  }

  private static Urgency byDeadline(@Nullable Duration left) {
    if (left == null) {
      return LOW;
    }
    if (left.compareTo(AT_ONCE) <= 0) {
      return CRITICAL;
    }
    if (left.compareTo(SOON) <= 0) {
      return HIGH;
    }
    return left.compareTo(THIS_SHIFT) <= 0 ? NORMAL : LOW;
  }

  private static Urgency atLeast(MatterKind kind) {
    return switch (kind) {
      case LEFT_ON_RED -> CRITICAL;
      case GATE, CALL -> HIGH;
      case LETTER, CHANGE, CASE, RECIPIENT, RETIMING -> NORMAL;
      case DEBT -> LOW;
    };
  }

  /// Age alone never makes anything critical: that is for what a deadline presses.
  private Urgency raised() {
    return switch (this) {
      case CRITICAL -> CRITICAL;
      case HIGH, NORMAL -> HIGH;
      case LOW -> NORMAL;
    };
  }

  private static Urgency higher(Urgency a, Urgency b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
