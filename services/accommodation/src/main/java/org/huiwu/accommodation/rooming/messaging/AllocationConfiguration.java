package org.huiwu.accommodation.rooming.messaging;

import org.huiwu.accommodation.rooming.DelegationsTogether;
import org.huiwu.accommodation.rooming.RoomAllocation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Which rule gives the rooms.
@Configuration(proxyBeanMethods = false)
class AllocationConfiguration {

  @Bean
  RoomAllocation roomAllocation() {
    return new DelegationsTogether();
  }
}
