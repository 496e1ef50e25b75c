package org.huiwu.accommodation.lodging;

import org.huiwu.platform.messaging.Restated;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Which delegation lodges where, said anew after a restore.
@Configuration(proxyBeanMethods = false)
class LodgingsRestated {

  @Bean
  Restated lodgingsToRestate(Lodgings lodgings) {
    return Restated.states(
        2,
        Rehousing.AGGREGATE,
        conference ->
            lodgings.all(conference).stream()
                .map(l -> new Restated.Present(l.delegation(), l.version(), LodgingState.of(l)))
                .toList());
  }
}
