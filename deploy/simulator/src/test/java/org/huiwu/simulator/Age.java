package org.huiwu.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.notification.NotificationProperties;
import org.springframework.jdbc.core.JdbcTemplate;

/// How old ripples are is what the database says, whose clock nobody can move: so before they are
/// looked at they are made as old as they are by the virtual one. Only on which side of
/// notification's two limits they are counts, and they are put far from these: how fast this
/// machine is changes nothing. What came since the last look counts as having come at it.
final class Age {
  private static final double MILLIS = 1_000;
  private static final double FAR_SECONDS = 24.0 * 60 * 60;

  /// An open ripple; both times are virtual ones.
  private record Open(Duration first, Duration heard, long receipts) {}

  private record Ages(double first, double heard) {}

  private final JdbcTemplate notification;
  private final Duration provisionalAfter;
  private final Duration cutAfter;
  private final Map<UUID, Open> open = new HashMap<>();
  private final Map<UUID, Ages> written = new HashMap<>();
  private Duration passed = Duration.ZERO;
  private Duration looked = Duration.ZERO;

  Age(SimulatedService notification) {
    var limits = notification.context().getBean(NotificationProperties.class);
    this.notification = notification.jdbc();
    this.provisionalAfter = limits.provisionalAfter();
    this.cutAfter = limits.cutUnfinishedAfter();
  }

  void pass(Duration time) {
    passed = passed.plus(time);
  }

  /// @param receipts of each ripple that is open now, how many receipts it has
  void observe(Map<UUID, Long> receipts) {
    open.keySet().retainAll(receipts.keySet());
    receipts.forEach((root, count) -> {
      var known = open.get(root);
      if (known == null) {
        open.put(root, new Open(looked, looked, count));
        written.remove(root);
      } else if (known.receipts() != count) {
        open.put(root, new Open(known.first(), looked, count));
        written.remove(root);
      }
    });
  }

  /// The open ripples become as old as they are by the virtual clock.
  void settleUp() {
    looked = passed;
    List<UUID> roots = new ArrayList<>();
    List<Double> first = new ArrayList<>();
    List<Double> heard = new ArrayList<>();
    open.forEach((root, ripple) -> {
      var ages = new Ages(age(ripple.first()), age(ripple.heard()));
      if (!ages.equals(written.put(root, ages))) {
        roots.add(root);
        first.add(ages.first());
        heard.add(ages.heard());
      }
    });
    if (!roots.isEmpty()) {
      notification.update(
          """
          with old as (
            select * from unnest(?::uuid[], ?::float8[], ?::float8[]) as o (root, first, heard)
          ), receipt as (
            update ripple_receipt r set at = clock_timestamp() - make_interval(secs => o.heard)
            from old o where r.root = o.root
          )
          update change c set first_seen = clock_timestamp() - make_interval(secs => o.first)
          from old o where c.root = o.root\
          """,
          roots.toArray(UUID[]::new),
          first.toArray(Double[]::new),
          heard.toArray(Double[]::new));
    }
  }

  /// Seconds: before both limits, between them, or after both.
  private double age(Duration since) {
    var age = looked.minus(since);
    if (age.compareTo(provisionalAfter) <= 0) {
      return -FAR_SECONDS;
    }
    var between = provisionalAfter.plus(cutAfter).dividedBy(2).toMillis() / MILLIS;
    return age.compareTo(cutAfter) <= 0 ? between : FAR_SECONDS;
  }
}
