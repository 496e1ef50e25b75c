package org.huiwu.accommodation.hotel;

import org.huiwu.platform.messaging.Restated;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The hotels, said anew after a restore.
@Configuration(proxyBeanMethods = false)
class HotelsRestated {

  @Bean
  Restated hotelsToRestate(Hotels hotels) {
    return Restated.states(
        1,
        Contracting.AGGREGATE,
        conference ->
            hotels.all(conference).stream()
                .map(h -> new Restated.Present(h.code(), h.version(), HotelState.of(h)))
                .toList());
  }
}
