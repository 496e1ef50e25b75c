package org.huiwu.transportdispatch.standby;

import org.huiwu.platform.messaging.Restated;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The stand-by, said anew after a restore.
@Configuration(proxyBeanMethods = false)
class StandbyRestated {

  @Bean
  Restated standbyToRestate(StandbyVehicles vehicles) {
    return Restated.states(
        3,
        StandbyState.AGGREGATE,
        conference ->
            vehicles.everKnown(conference).stream()
                .map(v -> new Restated.Present(v.plate(), v.version(), StandbyState.of(v)))
                .toList());
  }
}
