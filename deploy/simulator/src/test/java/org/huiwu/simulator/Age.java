package org.huiwu.simulator;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/// How old ripples are is what the database says, whose clock nobody can move: so they are aged by
/// what has passed on the virtual one.
final class Age {
  private static final double MILLIS = 1_000;

  private Duration passed = Duration.ZERO;

  void pass(Duration time) {
    passed = passed.plus(time);
  }

  /// The ripples of the conference become as old as they are by the virtual clock.
  void settleUp(JdbcTemplate notification, UUID conference) {
    var seconds = passed.toMillis() / MILLIS;
    passed = Duration.ZERO;
    notification.update(
        "update change set first_seen = first_seen - make_interval(secs => ?) where conference = ?",
        seconds,
        conference);
    notification.update(
        """
        update ripple_receipt set at = at - make_interval(secs => ?)
        where root in (select root from change where conference = ?)\
        """,
        seconds,
        conference);
  }
}
