package org.huiwu.notification.duty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Everything that is open in a conference, the most urgent first and the oldest first within;
/// before all others, as long as its deadline is not long past, the call for a bus that has left on
/// red (docs/adr/0028).
@Component
public class DutyList {

  /// A matter, and how urgent it is now.
  public record Item(Urgency urgency, OpenMatter matter) {}

  /// @param at on the platform's clock
  /// @param localTime at the conference
  /// @param more how many are open that are not among the items, because of one kind there are very
  ///   many
  public record Open(Instant at, LocalDateTime localTime, List<Item> items, long more) {}

  private static final Comparator<Item> ORDER =
      Comparator.comparing(Item::urgency)
          .thenComparing(i -> i.matter().kind() != MatterKind.LEFT_ON_RED)
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
    List<Item> items = new ArrayList<>();
    var more = 0L;
    for (var feature : matters.orderedStream().toList()) {
      var found = feature.of(conference);
      found.forEach(m -> items.add(new Item(urgency(m, now, local), m)));
      more += feature.more(conference, found.size());
    }
    items.sort(ORDER);
    return new Open(now, local, List.copyOf(items), more);
  }

  private static Urgency urgency(OpenMatter matter, Instant now, LocalDateTime local) {
    var due = matter.due();
    return Urgency.of(
        matter.kind(),
        Duration.between(matter.since(), now),
        due == null ? null : Duration.between(local, due));
  }
}
