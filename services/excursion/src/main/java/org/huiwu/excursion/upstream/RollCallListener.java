package org.huiwu.excursion.upstream;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.huiwu.excursion.membership.Boarding;
import org.huiwu.excursion.membership.RollCall;
import org.huiwu.excursion.membership.messaging.Published;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.springframework.stereotype.Component;

/// Learns of roll-calls, in the order in which they came in.
@Component
class RollCallListener implements StateListener<RollCallListener.RollCallState> {

  record RollCallState(
      String trip,
      LocalDateTime happenedAt,
      Instant learntAt,
      List<String> aboard,
      List<String> absent,
      List<String> unexpected) {}

  private final Boarding boarding;

  RollCallListener(Boarding boarding) {
    this.boarding = boarding;
  }

  @Override
  public String aggregate() {
    return "transport-dispatch.roll-call";
  }

  @Override
  public Class<RollCallState> type() {
    return RollCallState.class;
  }

  @Override
  public void on(List<UpstreamState<RollCallState>> states, ChangeScope scope) {
    for (var s : states) {
      var called = s.state();
      boarding.rollCallTaken(
          scope.conference(),
          RollCall.of(
              s.id(),
              called.trip(),
              called.happenedAt(),
              called.learntAt(),
              called.aboard(),
              called.absent(),
              called.unexpected()),
          new Published(scope));
    }
  }
}
