package org.huiwu.notification.reminder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.manifest.Cut;
import org.huiwu.notification.manifest.LineChange;
import org.huiwu.notification.manifest.ManifestLibrary;
import org.huiwu.notification.manifest.VersionListener;
import org.huiwu.notification.reminder.RemindedPeople.Moved;
import org.huiwu.notification.reminder.ReminderPeople.Selected;
import org.huiwu.notification.upstream.ManifestBook;
import org.huiwu.notification.upstream.ManifestFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Follows the versions: a bus or a session that moves takes its reminders along, and who is put on
/// another bus is told of it, if such a reminder goes on. Who is put on a bus for the first time
/// was not on another: that is no change.
@Component
class BusChanges implements VersionListener {
  private static final String BUS = "trip:";
  private static final String SESSION = "session:";

  private final Reminders reminders;
  private final ReminderSchedule schedule;
  private final RemindedPeople reminded;
  private final ReminderPeople people;
  private final ReminderOccasions occasions;
  private final ManifestBook book;
  private final ManifestLibrary library;
  private final ConferenceClock clock;

  BusChanges(
      Reminders reminders,
      ReminderSchedule schedule,
      RemindedPeople reminded,
      ReminderPeople people,
      ReminderOccasions occasions,
      ManifestBook book,
      ManifestLibrary library,
      ConferenceClock clock) {
    this.reminders = reminders;
    this.schedule = schedule;
    this.reminded = reminded;
    this.people = people;
    this.occasions = occasions;
    this.book = book;
    this.library = library;
    this.clock = clock;
  }

  @Override
  public void on(UUID conference, UUID root, List<Cut> cuts) {
    var things =
        cuts.stream()
            .filter(c -> c.manifest().startsWith(BUS) || c.manifest().startsWith(SESSION))
            .toList();
    if (things.isEmpty()) {
      return;
    }
    var active = reminders.active(conference);
    if (active.isEmpty()) {
      return;
    }
    var headed =
        things.stream()
            .filter(c -> !c.difference().headerFields().isEmpty())
            .map(Cut::manifest)
            .toList();
    for (var reminder : active) {
      if (reminder.kind().isBefore() && !headed.isEmpty()) {
        schedule.follow(reminder, headed);
      } else if (reminder.kind() == ReminderKind.BUS_CHANGED) {
        tell(reminder, root, things);
      }
    }
  }

  private void tell(Reminder reminder, UUID root, List<Cut> cuts) {
    var conference = reminder.conference();
    var buses = cuts.stream().filter(c -> c.manifest().startsWith(BUS)).toList();
    var facts = book.of(conference, buses.stream().map(Cut::manifest).toList());
    var excursions = buses.stream().filter(c -> isExcursion(facts.get(c.manifest()))).toList();
    var moved = moved(conference, excursions);
    if (moved.isEmpty()) {
      return;
    }
    Set<String> selected = new HashSet<>();
    people.of(conference, reminder.selection(), null).stream()
        .map(Selected::person)
        .forEach(selected::add);
    var local = clock.local(conference);
    Map<String, List<Moved>> byBus = new HashMap<>();
    moved.stream()
        .filter(m -> selected.contains(m.person()))
        .forEach(m -> byBus.computeIfAbsent(m.about(), _ -> new ArrayList<>()).add(m));
    byBus.forEach((bus, those) -> {
      var fact = facts.get(bus);
      var departs = fact == null ? null : fact.due();
      reminded.moved(
          reminder,
          root.toString(),
          those,
          occasions.instant(conference, QuietHours.sendAt(local, departs, reminder.urgent())));
    });
  }

  private static boolean isExcursion(@Nullable ManifestFacts facts) {
    return facts != null && "excursion".equals(facts.tripKind());
  }

  /// Those taken from one bus and put on another, and all on a bus that has another plate or time.
  private List<Moved> moved(UUID conference, List<Cut> buses) {
    Map<String, Map<String, LineChange>> lines = new HashMap<>();
    buses.forEach(b -> lines.put(b.manifest(), lines(conference, b)));
    Map<String, String> left = new HashMap<>();
    lines.forEach((bus, changes) ->
        changes.forEach((person, change) -> {
          if (change.before() != null && change.after() == null) {
            left.put(person, bus.substring(BUS.length()));
          }
        }));
    Map<String, Moved> moved = new HashMap<>();
    lines.forEach((bus, changes) ->
        changes.forEach((person, change) -> {
          if (change.before() == null && left.containsKey(person)) {
            moved.put(person, new Moved(person, bus, left.get(person)));
          }
        }));
    for (var bus : buses) {
      var header = bus.difference().header();
      if (header.before() != null
          && header.after() != null
          && !bus.difference().headerFields().isEmpty()) {
        people
            .of(conference, new Selection(null, null, null, null, null), bus.manifest())
            .forEach(
                s -> moved.putIfAbsent(s.person(), new Moved(s.person(), bus.manifest(), null)));
      }
    }
    return List.copyOf(moved.values());
  }

  /// Of a large change they do not come with the version: they are read.
  private Map<String, LineChange> lines(UUID conference, Cut cut) {
    return cut.lineCount() > 0 && cut.difference().lines().isEmpty()
        ? library.difference(conference, cut.manifest(), cut.version() - 1, cut.version()).lines()
        : cut.difference().lines();
  }
}
