package org.huiwu.provider;

/// What goes wrong with a text.
public enum Fault {
  NONE,
  /// Accepted, never delivered and never reported.
  LOSE,
  /// Accepted, then reported as failed.
  FAIL,
  /// Recorded, but answered later than anybody waits.
  SLOW,
  /// Accepted, delivered and reported long after.
  LATE,
  /// Delivered once, reported twice.
  DOUBLE_REPORT,
  /// Accepted once, delivered twice.
  DOUBLE_TEXT,
  /// The connection breaks before the text is recorded: it never goes out.
  DROP_BEFORE,
  /// The connection breaks after the text was recorded: it goes out, unanswered.
  DROP_AFTER,
  /// 429 with Retry-After: not recorded.
  BUSY
}
