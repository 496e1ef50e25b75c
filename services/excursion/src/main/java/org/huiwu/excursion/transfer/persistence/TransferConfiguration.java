package org.huiwu.excursion.transfer.persistence;

import org.huiwu.excursion.membership.Boarding;
import org.huiwu.excursion.transfer.Transferring;
import org.huiwu.excursion.transfer.Transfers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The use cases, on the table.
@Configuration(proxyBeanMethods = false)
class TransferConfiguration {

  @Bean
  Transferring transferring(Transfers transfers, Boarding boarding) {
    return new Transferring(transfers, boarding);
  }
}
