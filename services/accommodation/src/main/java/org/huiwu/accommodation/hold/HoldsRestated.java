package org.huiwu.accommodation.hold;

import org.huiwu.platform.messaging.Restated;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The holds, said anew after a restore.
@Configuration(proxyBeanMethods = false)
class HoldsRestated {

  @Bean
  Restated holdsToRestate(Holds holds) {
    return Restated.states(
        3,
        Holding.AGGREGATE,
        conference ->
            holds.all(conference).stream()
                .map(h -> new Restated.Present(h.id().toString(), h.version(), HoldState.of(h)))
                .toList());
  }
}
