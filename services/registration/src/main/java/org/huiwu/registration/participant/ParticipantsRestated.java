package org.huiwu.registration.participant;

import org.huiwu.platform.messaging.Restated;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The participants, withdrawn ones too, said anew after a restore.
@Configuration(proxyBeanMethods = false)
class ParticipantsRestated {

  @Bean
  Restated participantsToRestate(Participants participants) {
    return Restated.states(
        3,
        ParticipantNews.AGGREGATE,
        conference ->
            participants.all(conference, null, null).stream()
                .map(p -> new Restated.Present(p.id(), p.version(), ParticipantNews.state(p)))
                .toList());
  }
}
