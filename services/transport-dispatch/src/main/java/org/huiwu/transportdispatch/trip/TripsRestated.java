package org.huiwu.transportdispatch.trip;

import org.huiwu.platform.messaging.Restated;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The trips, said anew after a restore.
@Configuration(proxyBeanMethods = false)
class TripsRestated {

  @Bean
  Restated tripsToRestate(Trips trips) {
    return Restated.states(
        1,
        TripState.AGGREGATE,
        conference ->
            trips.all(conference).stream()
                .map(t -> new Restated.Present(t.code(), t.version(), TripState.of(t)))
                .toList());
  }
}
