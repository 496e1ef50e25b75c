package org.huiwu.notification.reminder;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.letter.LastMoment;
import org.huiwu.notification.letter.Post.Claimed;
import org.huiwu.notification.letter.Purpose;
import org.huiwu.notification.personal.DelegateChoices;
import org.huiwu.notification.personal.DelegateChoices.Choice;
import org.huiwu.notification.reminder.RemindedPeople.Waiting;
import org.springframework.stereotype.Component;

/// A reminder that had to wait for its provider is judged again: nobody is woken by it, and nobody
/// is reminded of a bus that has left. At night it is taken back and written anew in the morning.
@Component
class HeldBack implements LastMoment {
  /// Just after it was planned nothing else can be said of it.
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Reminders reminders;
  private final RemindedPeople reminded;
  private final ReminderOccasions occasions;
  private final ReminderWords words;
  private final DelegateChoices choices;
  private final ConferenceClock conferenceClock;
  private final Clock clock;

  HeldBack(
      Reminders reminders,
      RemindedPeople reminded,
      ReminderOccasions occasions,
      ReminderWords words,
      DelegateChoices choices,
      ConferenceClock conferenceClock,
      Clock clock) {
    this.reminders = reminders;
    this.reminded = reminded;
    this.occasions = occasions;
    this.words = words;
    this.choices = choices;
    this.conferenceClock = conferenceClock;
    this.clock = clock;
  }

  @Override
  public Optional<String> whyNot(Claimed letter) {
    return letter.purpose() == Purpose.REMINDER
        ? reminded
            .ofLetter(letter.id(), clock.instant().minus(FRESH))
            .flatMap(one -> whyNot(letter.conference(), one))
        : Optional.empty();
  }

  private Optional<String> whyNot(UUID conference, Waiting one) {
    var persons = List.of(one.person());
    var verdict =
        ReminderVerdict.of(
            reminders.find(conference, one.reminder()).orElse(null),
            one,
            choices.of(conference, persons).getOrDefault(one.person(), Choice.NONE),
            words.of(conference, persons),
            conferenceClock.local(conference));
    return switch (verdict) {
      case ReminderVerdict.Now _ -> Optional.empty();
      case ReminderVerdict.Never(var reason) -> {
        reminded.withdraw(one, reason);
        yield Optional.of(reason);
      }
      case ReminderVerdict.Later(var morning) -> {
        reminded.putOff(one, occasions.instant(conference, morning));
        yield Optional.of("quiet-hours");
      }
    };
  }
}
