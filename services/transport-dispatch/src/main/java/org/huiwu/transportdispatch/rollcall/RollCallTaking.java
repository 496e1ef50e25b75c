package org.huiwu.transportdispatch.rollcall;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.transportdispatch.upstream.KnownConference;
import org.springframework.stereotype.Service;

/// Takes roll-calls in. What they mean for buses is excursion's decision.
@Service
public class RollCallTaking {
  static final long ONLY_VERSION = 1;

  private final RollCalls rollCalls;

  RollCallTaking(RollCalls rollCalls) {
    this.rollCalls = rollCalls;
  }

  /// @param learntAt when the platform received it
  public RollCall take(
      ChangeScope scope, KnownConference conference, TakeRollCall command, Instant learntAt) {
    var rollCall =
        new RollCall(
            UUID.randomUUID(),
            command.trip(),
            command.happenedAt(),
            learntAt.truncatedTo(ChronoUnit.MILLIS),
            command.aboard(),
            command.absent(),
            command.unexpected(),
            Implausibility.of(command.happenedAt(), learntAt, conference));
    rollCalls.add(scope.conference(), rollCall);
    scope.changed(
        RollCallState.AGGREGATE,
        rollCall.id().toString(),
        ONLY_VERSION,
        RollCallState.TAKEN,
        RollCallState.of(rollCall));
    return rollCall;
  }
}
