package org.huiwu.excursion.membership;

/// What came of one name on a roll-call.
public enum Verdict {
  /// Aboard the own bus.
  SEEN,
  /// Aboard another bus, which is the own one from then on.
  MOVED,
  /// Seen, but a sighting elsewhere happened later, or the plan was changed since.
  OUTDATED,
  /// Aboard a bus that is not theirs, and not reported unexpected: nothing moves, the desk looks.
  ELSEWHERE,
  /// Has withdrawn: nothing moves. It is judged again when they are reinstated; until then the desk
  /// looks at those who were seen.
  WITHDRAWN,
  ABSENT,
  /// Reported absent by a bus that is not theirs, or that has seen them.
  IN_VAIN
}
