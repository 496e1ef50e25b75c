package org.huiwu.notification.gate;

import java.time.Duration;
import org.huiwu.notification.rounds.RoundClock;
import org.huiwu.platform.messaging.ChangeLog;
import org.springframework.stereotype.Component;

/// Tells of gates that another desk has changed without speaking to them: a site has other
/// recipients, a conference went live, more has come of a roll-call.
@Component
public class GateClock extends RoundClock {
  private static final Duration PERIOD = Duration.ofMillis(500);

  private final Gates gates;
  private final GateKeeper keeper;

  GateClock(Gates gates, GateKeeper keeper, ChangeLog changes) {
    super("gate-clock", PERIOD, changes);
    this.gates = gates;
    this.keeper = keeper;
  }

  @Override
  protected void round() {
    gates
        .unsaid()
        .forEach(conference -> locked(conference, () -> keeper.tellWhatChanged(conference)));
  }
}
