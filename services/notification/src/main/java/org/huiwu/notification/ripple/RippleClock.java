package org.huiwu.notification.ripple;

import java.time.Duration;
import org.huiwu.notification.NotificationProperties;
import org.huiwu.notification.rounds.RoundClock;
import org.huiwu.platform.messaging.ChangeLog;
import org.springframework.stereotype.Component;

/// Looks for ripples that have been open for long. It never settles one: it only says that they are
/// not finished.
@Component
public class RippleClock extends RoundClock {
  private static final Duration PERIOD = Duration.ofMillis(125);

  private final OpenChanges openChanges;
  private final RippleLedger ledger;
  private final NotificationProperties properties;

  RippleClock(
      OpenChanges openChanges,
      RippleLedger ledger,
      ChangeLog changes,
      NotificationProperties properties) {
    super("ripple-clock", PERIOD, changes);
    this.openChanges = openChanges;
    this.ledger = ledger;
    this.properties = properties;
  }

  @Override
  protected void round() {
    for (var open : openChanges.notYetProvisional(properties.provisionalAfter().toMillis())) {
      locked(open.conference(), () -> ledger.markProvisional(open.conference(), open.root()));
    }
    for (var open : openChanges.notYetCut(properties.cutUnfinishedAfter().toMillis())) {
      locked(open.conference(), () -> ledger.cutUnfinished(open.conference(), open.root()));
    }
  }
}
