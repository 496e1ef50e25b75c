package org.huiwu.notification.reminder;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.letter.Letters;
import org.huiwu.notification.letter.Purpose;
import org.huiwu.notification.personal.Delegate;
import org.huiwu.notification.personal.DelegateChoices;
import org.huiwu.notification.personal.DelegateChoices.Choice;
import org.huiwu.notification.personal.PersonalLinks;
import org.huiwu.notification.reminder.RemindedPeople.Waiting;
import org.huiwu.notification.reminder.ReminderWords.Knowledge;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Each of those who are concerned gets a letter, unless there is a reason why not, or it is night.
/// Inside transactions under the conference's lock.
@Component
class ReminderSending {
  private final Reminders reminders;
  private final RemindedPeople reminded;
  private final ReminderOccasions occasions;
  private final ReminderWords words;
  private final DelegateChoices choices;
  private final PersonalLinks links;
  private final Letters letters;
  private final ConferenceClock conferenceClock;
  private final Clock clock;

  ReminderSending(
      Reminders reminders,
      RemindedPeople reminded,
      ReminderOccasions occasions,
      ReminderWords words,
      DelegateChoices choices,
      PersonalLinks links,
      Letters letters,
      ConferenceClock conferenceClock,
      Clock clock) {
    this.reminders = reminders;
    this.reminded = reminded;
    this.occasions = occasions;
    this.words = words;
    this.choices = choices;
    this.links = links;
    this.letters = letters;
    this.conferenceClock = conferenceClock;
    this.clock = clock;
  }

  /// To those whose time has come.
  ///
  /// @return how many were dealt with
  int sendSome(UUID conference, int most) {
    var waiting = reminded.due(conference, clock.instant(), most);
    send(conference, waiting);
    return waiting.size();
  }

  /// Nothing, if another instance was first.
  void sendOne(UUID conference, Waiting one) {
    if (reminded.isDue(one, clock.instant())) {
      send(conference, List.of(one));
    }
  }

  private void send(UUID conference, List<Waiting> waiting) {
    if (waiting.isEmpty()) {
      return;
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
      var choice = chosen.getOrDefault(one.person(), Choice.NONE);
      send(conference, ordered.get(one.reminder()), one, choice, known, local);
    }
  }

  private void send(
      UUID conference,
      @Nullable Reminder reminder,
      Waiting one,
      Choice choice,
      Knowledge known,
      LocalDateTime local) {
    switch (ReminderVerdict.of(reminder, one, choice, known, local)) {
      case ReminderVerdict.Now(var said) -> reminded.planned(one, plan(said, one, choice, known));
      case ReminderVerdict.Never(var reason) -> reminded.withdraw(one, reason);
      case ReminderVerdict.Later(var morning) ->
          reminded.putOff(one, occasions.instant(conference, morning));
    }
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
    var channel = known.channel(one.person());
    var words =
        channel == ChannelKind.EMAIL
            ? known.subject(reminder.template(), one.person(), one.about(), choice.language())
                + '\n'
                + text
            : text;
    return letters.planWords(
        conference,
        Delegate.RECIPIENT + one.person(),
        channel,
        Purpose.REMINDER,
        words,
        clock.instant());
  }
}
