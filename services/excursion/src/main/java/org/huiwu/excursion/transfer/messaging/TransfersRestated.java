package org.huiwu.excursion.transfer.messaging;

import org.huiwu.excursion.transfer.Transfer;
import org.huiwu.excursion.transfer.Transfers;
import org.huiwu.platform.messaging.Restated;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The transfers that had to wait, said anew after a restore.
@Configuration(proxyBeanMethods = false)
class TransfersRestated {

  @Bean
  Restated transfersToRestate(Transfers transfers) {
    return Restated.states(
        4,
        TransfersPublished.AGGREGATE,
        conference ->
            transfers.all(conference).stream()
                .filter(Transfer::wasHeld)
                .map(t ->
                    new Restated.Present(
                        t.id().toString(), t.version(), TransfersPublished.state(t)))
                .toList());
  }
}
