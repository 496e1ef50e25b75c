package org.huiwu.transportdispatch.rollcall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.huiwu.transportdispatch.upstream.KnownConference;

/// Why the time at which a roll-call is said to have happened cannot be right. Such a roll-call is
/// kept and published like any other, and listed for a person to look at (design: "Field facts").
public enum Implausibility {
  BEFORE_THE_CONFERENCE("before-the-conference"),
  IN_THE_FUTURE("in-the-future");

  private static final Duration EARLY = Duration.ofDays(1);
  private static final Duration AHEAD = Duration.ofMinutes(10);

  private final String code;

  Implausibility(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<Implausibility> of(
      LocalDateTime happenedAt, Instant learntAt, KnownConference conference) {
    if (happenedAt.isBefore(conference.starts().minus(EARLY))) {
      return Optional.of(BEFORE_THE_CONFERENCE);
    }
    var latest = LocalDateTime.ofInstant(learntAt, conference.timezone()).plus(AHEAD);
    // The clock of a rehearsal is not ours.
    return !conference.rehearsal() && happenedAt.isAfter(latest)
        ? Optional.of(IN_THE_FUTURE)
        : Optional.empty();
  }
}
