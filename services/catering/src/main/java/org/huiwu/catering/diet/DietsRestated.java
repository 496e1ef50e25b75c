package org.huiwu.catering.diet;

import org.huiwu.platform.messaging.Restated;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The diets, said anew after a restore.
@Configuration(proxyBeanMethods = false)
class DietsRestated {

  @Bean
  Restated dietsToRestate(Diets diets) {
    return Restated.states(
        2,
        Dietetics.AGGREGATE,
        conference ->
            diets.all(conference).stream()
                .map(d ->
                    new Restated.Present(
                        d.person(), d.version(), new Dietetics.DietState(d.kind())))
                .toList());
  }
}
