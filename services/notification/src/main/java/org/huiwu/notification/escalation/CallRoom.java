package org.huiwu.notification.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.contact.Contact;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.escalation.Escalation.What;
import org.huiwu.notification.letter.Letters;
import org.huiwu.notification.letter.Purpose;
import org.huiwu.notification.manifest.ManifestLibrary;
import org.huiwu.notification.standing.Standing;
import org.huiwu.notification.standing.Standings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gives the duty room a call to make: the task on its page, and a message to those on duty. Inside
/// a transaction under the conference's lock.
@Component
public class CallRoom {
  private final CallTasks tasks;
  private final Escalations escalations;
  private final Ladders ladders;
  private final LadderSchedule schedule;
  private final Standings standings;
  private final Contacts contacts;
  private final Letters letters;
  private final ManifestLibrary library;
  private final ConferenceClock clock;

  CallRoom(
      CallTasks tasks,
      Escalations escalations,
      Ladders ladders,
      LadderSchedule schedule,
      Standings standings,
      Contacts contacts,
      Letters letters,
      ManifestLibrary library,
      ConferenceClock clock) {
    this.tasks = tasks;
    this.escalations = escalations;
    this.ladders = ladders;
    this.schedule = schedule;
    this.standings = standings;
    this.contacts = contacts;
    this.letters = letters;
    this.library = library;
    this.clock = clock;
  }

  /// A bus has left although this recipient does not know who is aboard: the last step of the
  /// ladder is taken now, whatever the ladder says. They are called also when they owe nothing,
  /// because what they have acknowledged is not what the roll-call says. Said of the same bus again
  /// it changes nothing.
  public void callAtOnce(UUID conference, String contact, String manifest, String trip) {
    var found = standings.find(conference, contact, manifest).filter(Standing::active);
    if (found.isEmpty() || tasks.isOpenFor(conference, contact, manifest, trip)) {
      return;
    }
    var standing = found.get();
    var now = clock.now(conference);
    var debt =
        new Debt(
            conference,
            contact,
            manifest,
            standing.acknowledged(),
            standing.told(),
            standing.ladderStep(),
            now,
            standing.due());
    call(debt, trip, clock.after(conference, Duration.ZERO));
    if (!standing.inDebt()) {
      return;
    }
    var ladder = ladders.of(conference, manifest);
    escalations.advance(
        debt,
        ladder.length(),
        now,
        schedule.afterStep(
            conference, manifest, ladder, ladder.length(), Hours.always(clock.zone(conference))));
  }

  /// It has turned out that the sites of these trips do know who is aboard: whoever owes nothing
  /// need not be called because of them.
  public void callNoMore(UUID conference, Set<String> trips) {
    for (var task : tasks.leftOnRed(conference)) {
      var owes =
          standings
              .find(conference, task.contact(), task.manifest())
              .map(Standing::inDebt)
              .orElse(true);
      if (!owes && trips.containsAll(task.buses())) {
        tasks.close(conference, task, "owed-no-more", null);
      }
    }
  }

  /// A bus is on its way to a site whose list nobody receives.
  public void callNobody(UUID conference, String manifest, String trip) {
    if (tasks.isOpenFor(conference, "", manifest, trip)) {
      return;
    }
    tasks.open(conference, "", manifest, null, trip);
    var item = new Letters.Item(manifest, 0, library.latest(conference, manifest).orElse(0L));
    for (var duty : contacts.inRole(conference, Contact.DUTY)) {
      tell(conference, duty, item, clock.after(conference, Duration.ZERO));
    }
  }

  /// @param leftOnRed the trip that has left without the recipient's word; null: none has
  /// @param sendAfter on the platform's clock
  void call(Debt debt, @Nullable String leftOnRed, Instant sendAfter) {
    var task =
        tasks.open(debt.conference(), debt.contact(), debt.manifest(), debt.due(), leftOnRed);
    escalations.add(debt, Step.DUTY_CALL, What.CALLED, null, null, task);
    for (var duty : contacts.inRole(debt.conference(), Contact.DUTY)) {
      var letter = tell(debt.conference(), duty, debt.item(), sendAfter);
      if (letter != null) {
        escalations.add(debt, Step.DUTY_CALL, What.TOLD, duty.code(), letter, task);
      }
    }
  }

  private @Nullable UUID tell(UUID conference, Contact duty, Letters.Item item, Instant sendAfter) {
    return duty.letterChannels().stream()
        .findFirst()
        .map(channel ->
            letters.plan(
                conference, duty.code(), channel, Purpose.CALL_DUTY, List.of(item), sendAfter))
        .orElse(null);
  }
}
