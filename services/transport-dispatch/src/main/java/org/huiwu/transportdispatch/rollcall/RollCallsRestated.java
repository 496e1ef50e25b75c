package org.huiwu.transportdispatch.rollcall;

import org.huiwu.platform.messaging.Restated;
import org.huiwu.transportdispatch.trip.Trips;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The roll-calls, said anew after a restore: whoever has judged a name keeps that judgement.
@Configuration(proxyBeanMethods = false)
class RollCallsRestated {

  @Bean
  Restated rollCallsToRestate(Trips trips, RollCalls rollCalls) {
    return Restated.states(
        2,
        RollCallState.AGGREGATE,
        conference ->
            trips.all(conference).stream()
                .flatMap(t -> rollCalls.of(conference, t.code()).stream())
                .map(r ->
                    new Restated.Present(
                        r.id().toString(), RollCallTaking.ONLY_VERSION, RollCallState.of(r)))
                .toList());
  }
}
