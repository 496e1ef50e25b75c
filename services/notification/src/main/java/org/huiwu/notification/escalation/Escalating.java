package org.huiwu.notification.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.contact.Contact;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.escalation.Escalation.What;
import org.huiwu.notification.escalation.Escalations.Waiting;
import org.huiwu.notification.letter.Letters;
import org.huiwu.notification.letter.Purpose;
import org.huiwu.notification.stream.ConferenceStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Takes the step that is due: it is claimed, and its letter or its call planned, in one
/// transaction. A step for which there is nobody is passed over, and the next one taken at once;
/// the last one, the duty room's call, is always there.
@Component
class Escalating {
  /// What goes to somebody who hears of many recipients waits for the others, unless it presses.
  private static final Duration TOGETHER = Duration.ofSeconds(30);

  private static final Duration PRESSES = Duration.ofMinutes(15);

  /// A step taken so little early is taken on time.
  private static final Duration TOLERANCE = Duration.ofSeconds(1);

  /// What the live stream says of a step: codes only.
  record Told(String contact, String manifest, Step step) {}

  private final JdbcTemplate jdbc;
  private final Escalations escalations;
  private final Ladders ladders;
  private final LadderSchedule schedule;
  private final StandIns standIns;
  private final CallTasks calls;
  private final CallRoom room;
  private final Contacts contacts;
  private final Letters letters;
  private final ConferenceClock clock;
  private final ConferenceStream stream;

  Escalating(
      JdbcTemplate jdbc,
      Escalations escalations,
      Ladders ladders,
      LadderSchedule schedule,
      StandIns standIns,
      CallTasks calls,
      CallRoom room,
      Contacts contacts,
      Letters letters,
      ConferenceClock clock,
      ConferenceStream stream) {
    this.jdbc = jdbc;
    this.escalations = escalations;
    this.ladders = ladders;
    this.schedule = schedule;
    this.standIns = standIns;
    this.calls = calls;
    this.room = room;
    this.contacts = contacts;
    this.letters = letters;
    this.clock = clock;
    this.stream = stream;
  }

  /// Inside a transaction under the conference's lock.
  void take(Collection<Waiting> due) {
    for (var waiting : due) {
      escalations.claim(waiting).ifPresent(this::take);
    }
  }

  private void take(Debt debt) {
    var conference = debt.conference();
    var now = clock.now(conference);
    var due = schedule.due(conference, debt.manifest()).instant();
    var zone = clock.zone(conference);
    var recipient = contacts.find(conference, debt.contact()).map(Contacts.Stored::contact);
    var hours = recipient.map(c -> Hours.of(c, zone)).orElseGet(() -> Hours.day(zone));
    var ladder = ladders.of(conference, debt.manifest());
    var at = ladder.next(debt.taken(), debt.since(), due, schedule.over(conference), hours);
    if (at == null) {
      escalations.postpone(debt, null);
      return;
    }
    if (at.isAfter(now.plus(TOLERANCE)) && !hasNothingToWaitFor(debt, ladder)) {
      escalations.postpone(debt, clock.platform(conference, at));
      return;
    }
    var presses =
        due != null
            && Duration.between(now, due).compareTo(PRESSES) < 0
            && due.plus(PRESSES).isAfter(now);
    var taken = debt.taken();
    if (taken >= ladder.length()) {
      if (calls.isOpenFor(conference, debt.contact(), debt.manifest())) {
        remind(debt);
      } else {
        // the ladder has become shorter: its last step was never taken
        call(debt, presses);
        stream.append(
            conference, "escalated", new Told(debt.contact(), debt.manifest(), Step.DUTY_CALL));
      }
    } else {
      var done = false;
      while (!done && taken < ladder.length()) {
        var step = ladder.steps().get(taken).step();
        done = step(debt, step, recipient, presses);
        taken++;
        if (done) {
          stream.append(conference, "escalated", new Told(debt.contact(), debt.manifest(), step));
        }
      }
    }
    escalations.advance(
        debt, taken, now, schedule.afterStep(conference, debt.manifest(), ladder, taken, hours));
  }

  /// The last letter that told of the debt did not arrive, and the next step tells it once more:
  /// nobody has it to read while the ladder waits.
  private boolean hasNothingToWaitFor(Debt debt, Ladder ladder) {
    return debt.taken() < ladder.length()
        && ladder.steps().get(debt.taken()).step() == Step.NEXT_CHANNEL
        && jdbc.queryForList(
                """
                select l.state from letter l join letter_item i on i.letter = l.id
                where l.conference = ? and l.contact = ? and i.manifest = ? and i.to_version > ?
                  and l.purpose in ('first', 'revision', 'resend') and l.state <> 'withdrawn'
                order by l.planned_at desc, l.id limit 1\
                """,
                String.class,
                debt.conference(),
                debt.contact(),
                debt.manifest(),
                debt.acknowledged())
            .contains("failed");
  }

  /// @return whether there was somebody to tell
  private boolean step(Debt debt, Step step, Optional<Contact> recipient, boolean presses) {
    return switch (step) {
      case NEXT_CHANNEL -> resend(debt, recipient);
      case STAND_IN -> tellStandIn(debt);
      case CHIEF_LIAISON -> tellChiefs(debt, presses);
      case DUTY_CALL -> call(debt, presses);
    };
  }

  private boolean resend(Debt debt, Optional<Contact> recipient) {
    var channel = recipient.flatMap(c -> nextChannel(debt, c));
    if (channel.isEmpty()) {
      return nobody(debt, Step.NEXT_CHANNEL);
    }
    var letter =
        letters.plan(
            debt.conference(),
            debt.contact(),
            channel.get(),
            Purpose.RESEND,
            List.of(debt.item()),
            now(debt));
    escalations.add(debt, Step.NEXT_CHANNEL, What.TOLD, debt.contact(), letter, null);
    return true;
  }

  /// The one after those on which this debt was told already.
  private Optional<ChannelKind> nextChannel(Debt debt, Contact contact) {
    Set<String> used =
        new HashSet<>(
            jdbc.queryForList(
                """
                select distinct l.channel from letter l join letter_item i on i.letter = l.id
                where l.conference = ? and l.contact = ? and i.manifest = ? and i.to_version > ?
                  and l.purpose in ('first', 'revision', 'resend') and l.state <> 'withdrawn'\
                """,
                String.class,
                debt.conference(),
                debt.contact(),
                debt.manifest(),
                debt.acknowledged()));
    return contact.letterChannels().stream().filter(k -> !used.contains(k.wire())).findFirst();
  }

  private boolean tellStandIn(Debt debt) {
    var standIn = standIns.next(debt);
    if (standIn.isEmpty()) {
      return nobody(debt, Step.STAND_IN);
    }
    standIns.begin(debt, standIn.get());
    var letter = tell(debt, standIn.get(), Purpose.ESCALATION, now(debt));
    escalations.add(debt, Step.STAND_IN, What.TOLD, standIn.get().code(), letter, null);
    return true;
  }

  private boolean tellChiefs(Debt debt, boolean presses) {
    var told = false;
    for (var chief : contacts.inRole(debt.conference(), Contact.CHIEF_LIAISON)) {
      if (!chief.code().equals(debt.contact())) {
        var letter = tell(debt, chief, Purpose.ESCALATION, together(debt, presses));
        if (letter != null) {
          escalations.add(debt, Step.CHIEF_LIAISON, What.TOLD, chief.code(), letter, null);
          told = true;
        }
      }
    }
    return told || nobody(debt, Step.CHIEF_LIAISON);
  }

  private boolean call(Debt debt, boolean presses) {
    room.call(debt, null, together(debt, presses));
    return true;
  }

  /// Only the page is reminded: no further message goes out for the same call.
  private void remind(Debt debt) {
    var task = calls.remind(debt);
    if (escalations.calledFor(debt) < debt.told()) {
      escalations.add(debt, Step.DUTY_CALL, What.REMINDED, null, null, task);
    }
  }

  private boolean nobody(Debt debt, Step step) {
    escalations.add(debt, step, What.NOBODY, null, null, null);
    return false;
  }

  private @Nullable UUID tell(Debt debt, Contact contact, Purpose purpose, Instant sendAfter) {
    return contact.letterChannels().stream()
        .findFirst()
        .map(channel ->
            letters.plan(
                debt.conference(),
                contact.code(),
                channel,
                purpose,
                List.of(debt.item()),
                sendAfter))
        .orElse(null);
  }

  private Instant now(Debt debt) {
    return clock.after(debt.conference(), Duration.ZERO);
  }

  private Instant together(Debt debt, boolean presses) {
    return clock.after(debt.conference(), presses ? Duration.ZERO : TOGETHER);
  }
}
