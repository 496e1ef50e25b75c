package org.huiwu.excursion.membership;

/// What a roll-call says of a person. Where it says several things, the last of these counts: being
/// seen beats not being seen.
public enum Mark {
  ABSENT,
  ABOARD,
  /// Aboard, and not on the bus's list.
  UNEXPECTED
}
