package org.huiwu.excursion.programme;

import org.huiwu.excursion.programme.persistence.Routes;
import org.huiwu.excursion.programme.persistence.Stops;
import org.huiwu.platform.messaging.Restated;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Routes and stops, said anew after a restore.
@Configuration(proxyBeanMethods = false)
class ProgrammeRestated {

  @Bean
  Restated routesToRestate(Routes routes) {
    return Restated.states(
        1,
        Programme.ROUTE,
        conference ->
            routes.all(conference).stream()
                .map(r -> new Restated.Present(r.code(), r.version(), r.state()))
                .toList());
  }

  @Bean
  Restated stopsToRestate(Stops stops) {
    return Restated.states(
        2,
        Programme.STOP,
        conference ->
            stops.all(conference).stream()
                .map(s -> new Restated.Present(s.code(), s.version(), s.state()))
                .toList());
  }
}
