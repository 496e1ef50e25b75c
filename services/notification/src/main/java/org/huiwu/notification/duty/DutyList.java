package org.huiwu.notification.duty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Everything that is open in a conference, the most urgent first and the oldest first within.
@Component
public class DutyList {

  /// A matter, and how urgent it is now.
  public record Item(Urgency urgency, OpenMatter matter) {}

  /// @param at on the platform's clock
  /// @param localTime at the conference
  public record Open(Instant at, LocalDateTime localTime, List<Item> items) {}

  private static final Comparator<Item> ORDER =
      Comparator.comparing(Item::urgency)
          .thenComparing(i -> i.matter().since())
          .thenComparing(i -> i.matter().key());

  private final ObjectProvider<OpenMatters> matters;
  private final ConferenceClock conferenceClock;
  private final Clock clock;

  DutyList(ObjectProvider<OpenMatters> matters, ConferenceClock conferenceClock, Clock clock) {
    this.matters = matters;
    this.conferenceClock = conferenceClock;
    this.clock = clock;
  }

  public Open open(UUID conference) {
    var now = clock.instant();
    var local = conferenceClock.local(conference);
    var items =
        matters
            .orderedStream()
            .flatMap(m -> m.of(conference).stream())
            .map(m -> new Item(urgency(m, now, local), m))
            .sorted(ORDER)
            .toList();
    return new Open(now, local, items);
  }

  private static Urgency urgency(OpenMatter matter, Instant now, LocalDateTime local) {
    var due = matter.due();
    return Urgency.of(
        matter.kind(),
        Duration.between(matter.since(), now),
        due == null ? null : Duration.between(local, due));
  }
}
