package org.huiwu.notification.escalation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiwu.notification.escalation.Escalations.Waiting;
import org.huiwu.notification.rounds.RoundClock;
import org.huiwu.platform.messaging.ChangeLog;
import org.springframework.stereotype.Component;

/// Looks for debts of which a step is due. Each step is taken by the instance that claims it.
@Component
public class EscalationClock extends RoundClock {
  private static final Duration PERIOD = Duration.ofMillis(500);
  private static final int AT_ONCE = 200;

  /// After something went wrong with a debt.
  private static final Duration BACK_OFF = Duration.ofSeconds(30);

  private record Recipient(UUID conference, String contact) {}

  private final Escalations escalations;
  private final Escalating escalating;
  private final PaidDebts paid;

  EscalationClock(
      Escalations escalations, Escalating escalating, PaidDebts paid, ChangeLog changes) {
    super("escalation-clock", PERIOD, changes);
    this.escalations = escalations;
    this.escalating = escalating;
    this.paid = paid;
  }

  /// All that is due of one recipient is taken together, so that one message tells it.
  @Override
  protected void round() {
    escalations.due(AT_ONCE).stream()
        .collect(
            Collectors.groupingBy(
                w -> new Recipient(w.conference(), w.contact()),
                LinkedHashMap::new,
                Collectors.toList()))
        .forEach(this::take);
    paid.conferences().forEach(conference -> locked(conference, () -> paid.settle(conference)));
  }

  /// Where one debt of a recipient cannot be taken the others are, one by one, and that one waits:
  /// it must keep nobody else from being looked at.
  private void take(Recipient recipient, List<Waiting> due) {
    var conference = recipient.conference();
    if (locked(conference, () -> escalating.take(due))) {
      return;
    }
    for (var one : due) {
      if (!locked(conference, () -> escalating.take(List.of(one)))) {
        locked(conference, () -> escalations.backOff(one, BACK_OFF));
      }
    }
  }
}
