package org.huiwu.notification.reminder;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.letter.Letters;
import org.huiwu.notification.letter.Purpose;
import org.huiwu.notification.personal.Delegate;
import org.huiwu.notification.personal.DelegateChoices;
import org.huiwu.notification.personal.DelegateChoices.Choice;
import org.huiwu.notification.personal.PersonalLines.Line;
import org.huiwu.notification.personal.PersonalLinks;
import org.huiwu.notification.reminder.ReminderPeople.Selected;
import org.huiwu.notification.reminder.ReminderWords.Knowledge;
import org.huiwu.notification.reminder.Reminders.Due;
import org.huiwu.notification.reminder.Reminders.Waiting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Carries reminders out, inside transactions under the conference's lock: first it is seen who is
/// concerned, then each of them gets a letter, unless there is a reason why not.
@Component
class ReminderSending {
  /// Few enough that changes of the conference do not wait for it.
  static final int AT_ONCE = 100;

  private final Reminders reminders;
  private final ReminderPeople people;
  private final ReminderWords words;
  private final DelegateChoices choices;
  private final PersonalLinks links;
  private final Letters letters;
  private final ConferenceClock conferenceClock;
  private final Clock clock;

  ReminderSending(
      Reminders reminders,
      ReminderPeople people,
      ReminderWords words,
      DelegateChoices choices,
      PersonalLinks links,
      Letters letters,
      ConferenceClock conferenceClock,
      Clock clock) {
    this.reminders = reminders;
    this.people = people;
    this.words = words;
    this.choices = choices;
    this.links = links;
    this.letters = letters;
    this.conferenceClock = conferenceClock;
    this.clock = clock;
  }

  /// It is time: who is it for?
  void see(Due due) {
    var reminder = reminders.find(due.conference(), due.reminder());
    if (reminder.isEmpty() || !reminders.claim(due, clock.instant())) {
      return;
    }
    reminders.remind(
        reminder.get(),
        due.about(),
        people
            .of(
                due.conference(),
                reminder.get().selection(),
                due.about().isEmpty() ? null : due.about())
            .stream()
            .map(Selected::person)
            .toList(),
        clock.instant());
  }

  /// @return how many were dealt with
  int sendSome(UUID conference) {
    var now = clock.instant();
    var waiting = reminders.claimPeople(conference, now, AT_ONCE);
    if (waiting.isEmpty()) {
      return 0;
    }
    var persons = waiting.stream().map(Waiting::person).toList();
    var known = words.of(conference, persons);
    var chosen = choices.of(conference, persons);
    var local = conferenceClock.local(conference);
    Map<UUID, Reminder> ordered = new HashMap<>();
    waiting.stream()
        .map(Waiting::reminder)
        .distinct()
        .forEach(id -> reminders.find(conference, id).ifPresent(r -> ordered.put(id, r)));
    for (var one : waiting) {
      var reminder = ordered.get(one.reminder());
      var choice = chosen.getOrDefault(one.person(), Choice.NONE);
      var reason = whyNot(reminder, one, choice, known, local);
      if (reason.isPresent() || reminder == null) {
        reminders.withdraw(one, reason.orElse("cancelled"));
      } else {
        reminders.planned(one, plan(reminder, one, choice, known));
      }
    }
    return waiting.size();
  }

  private UUID plan(Reminder reminder, Waiting one, Choice choice, Knowledge known) {
    var conference = reminder.conference();
    var text =
        known.write(
            reminder.template(),
            one.person(),
            one.about(),
            choice.language(),
            () -> links.issue(conference, one.person()).toString());
    return letters.planWords(
        conference,
        Delegate.RECIPIENT + one.person(),
        ChannelKind.SMS,
        Purpose.REMINDER,
        text,
        clock.instant());
  }

  private static Optional<String> whyNot(
      @Nullable Reminder reminder, Waiting one, Choice choice, Knowledge known, LocalDateTime now) {
    if (reminder == null || reminder.cancelledAt() != null) {
      return Optional.of("cancelled");
    }
    var delegate = known.delegate(one.person());
    if (delegate.isEmpty() || !delegate.get().attending()) {
      return Optional.of("withdrawn");
    }
    if (!choice.messages()) {
      return Optional.of("opted-out");
    }
    if (!delegate.get().reachable()) {
      return Optional.of("no-number");
    }
    return reminder.kind() == ReminderKind.FREE
        ? Optional.empty()
        : ofThing(reminder, one, known, now);
  }

  private static Optional<String> ofThing(
      Reminder reminder, Waiting one, Knowledge known, LocalDateTime now) {
    var session = reminder.kind() == ReminderKind.SESSION_STARTS;
    var thing =
        session ? known.session(one.person(), one.about()) : known.bus(one.person(), one.about());
    if (thing.isEmpty()) {
      return Optional.of("no-longer");
    }
    if (reminder.kind() == ReminderKind.BUS_CHANGED && thing.get().code().equals(one.was())) {
      return Optional.of("unchanged");
    }
    return begun(thing.get(), session ? "starts" : "departs", now)
        ? Optional.of("over")
        : Optional.empty();
  }

  private static boolean begun(Line line, String field, LocalDateTime now) {
    var time = line.headerTime(field);
    return time != null && !time.isAfter(now);
  }
}
