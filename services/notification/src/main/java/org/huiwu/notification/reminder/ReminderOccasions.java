package org.huiwu.notification.reminder;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.upstream.ManifestBook;
import org.huiwu.notification.upstream.ManifestFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// When a reminder is sent: some time before each of the things that it is about, or now; not at
/// night, if it can wait.
@Component
class ReminderOccasions {
  /// Of free text.
  static final String NOTHING = "";

  /// @param about a manifest, `""` for none
  /// @param thing when that is, local; null: at no time
  /// @param sendAt local
  record Occasion(
      String about, String title, @Nullable LocalDateTime thing, LocalDateTime sendAt) {}

  private final ManifestBook book;
  private final ConferenceClock clock;

  ReminderOccasions(ManifestBook book, ConferenceClock clock) {
    this.book = book;
    this.clock = clock;
  }

  /// The first one first. What has begun already is none, nor is what is cancelled.
  List<Occasion> of(Reminder reminder) {
    if (reminder.kind() == ReminderKind.BUS_CHANGED) {
      return List.of();
    }
    var now = clock.local(reminder.conference());
    if (!reminder.kind().isBefore()) {
      return List.of(
          new Occasion(NOTHING, "", null, QuietHours.sendAt(now, null, reminder.urgent())));
    }
    return among(reminder, book.all(reminder.conference()), now);
  }

  /// Of these manifests only, those that the reminder is about.
  List<Occasion> of(Reminder reminder, Collection<String> manifests) {
    return reminder.kind().isBefore()
        ? among(
            reminder,
            book.of(reminder.conference(), manifests).values(),
            clock.local(reminder.conference()))
        : List.of();
  }

  private static List<Occasion> among(
      Reminder reminder, Collection<ManifestFacts> facts, LocalDateTime now) {
    return facts.stream()
        .filter(f -> concerns(reminder, f))
        .flatMap(f -> {
          var due = f.due();
          return due == null || !due.isAfter(now)
              ? Stream.<Occasion>empty()
              : Stream.of(occasion(reminder, f, due, now));
        })
        .sorted(Comparator.comparing(Occasion::sendAt).thenComparing(Occasion::about))
        .toList();
  }

  private static Occasion occasion(
      Reminder reminder, ManifestFacts facts, LocalDateTime due, LocalDateTime now) {
    var before = due.minusMinutes(reminder.minutesBefore());
    var wanted = before.isBefore(now) ? now : before;
    return new Occasion(
        facts.manifest(), facts.title(), due, QuietHours.sendAt(wanted, due, reminder.urgent()));
  }

  private static boolean concerns(Reminder reminder, ManifestFacts facts) {
    var selection = reminder.selection();
    if (facts.cancelled()) {
      return false;
    }
    return reminder.kind() == ReminderKind.SESSION_STARTS
        ? facts.kind().equals("session") && isOr(selection.session(), facts.code())
        : "excursion".equals(facts.tripKind())
            && isOr(selection.bus(), facts.code())
            && isOr(selection.route(), Objects.requireNonNullElse(facts.route(), ""));
  }

  private static boolean isOr(@Nullable String wanted, String code) {
    return wanted == null || wanted.equals(code);
  }

  /// On the platform's clock.
  Instant instant(UUID conference, LocalDateTime sendAt) {
    return clock.platform(conference, clock.instant(conference, sendAt));
  }
}
