package org.huiwu.registration.delegation;

import org.huiwu.platform.messaging.Restated;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The delegations, said anew after a restore.
@Configuration(proxyBeanMethods = false)
class DelegationsRestated {

  @Bean
  Restated delegationsToRestate(Delegations delegations) {
    return Restated.states(
        2,
        DelegationNews.AGGREGATE,
        conference ->
            delegations.all(conference).stream()
                .map(d -> new Restated.Present(d.code(), d.version(), DelegationNews.state(d)))
                .toList());
  }
}
