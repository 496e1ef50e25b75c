package org.huiwu.registration.itinerary;

import org.huiwu.platform.messaging.Restated;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The itineraries, said anew after a restore.
@Configuration(proxyBeanMethods = false)
class ItinerariesRestated {

  @Bean
  Restated itinerariesToRestate(Itineraries itineraries) {
    return Restated.states(
        4,
        ItineraryNews.AGGREGATE,
        conference ->
            itineraries.all(conference).stream()
                .map(i -> new Restated.Present(i.person(), i.version(), ItineraryNews.state(i)))
                .toList());
  }
}
