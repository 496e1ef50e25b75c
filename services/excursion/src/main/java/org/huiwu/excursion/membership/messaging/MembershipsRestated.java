package org.huiwu.excursion.membership.messaging;

import org.huiwu.excursion.membership.Memberships;
import org.huiwu.platform.messaging.Restated;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who is on which route and bus, said anew after a restore.
@Configuration(proxyBeanMethods = false)
class MembershipsRestated {

  @Bean
  Restated membershipsToRestate(Memberships memberships) {
    return Restated.states(
        3,
        Published.AGGREGATE,
        conference ->
            memberships.all(conference).stream()
                .map(m -> new Restated.Present(m.person(), m.version(), Published.state(m)))
                .toList());
  }
}
