package org.huiwu.registration.conference;

import org.huiwu.platform.messaging.Restated;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The conference itself, said anew after a restore.
@Configuration(proxyBeanMethods = false)
class ConferenceRestated {

  @Bean
  Restated conferencesRestated(Conferences conferences) {
    return Restated.states(
        1,
        ConferenceNews.AGGREGATE,
        id ->
            conferences.find(id).stream()
                .map(c ->
                    new Restated.Present(c.id().toString(), c.version(), ConferenceNews.state(c)))
                .toList());
  }
}
