package org.huiwu.excursion.membership.persistence;

import org.huiwu.excursion.membership.Boarding;
import org.huiwu.excursion.membership.Fleets;
import org.huiwu.excursion.membership.Memberships;
import org.huiwu.excursion.membership.Passengers;
import org.huiwu.excursion.membership.RollCalls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The use cases, on the tables.
@Configuration(proxyBeanMethods = false)
class MembershipConfiguration {

  @Bean
  Boarding boarding(
      Memberships memberships, Passengers passengers, Fleets fleets, RollCalls rollCalls) {
    return new Boarding(memberships, passengers, fleets, rollCalls);
  }
}
