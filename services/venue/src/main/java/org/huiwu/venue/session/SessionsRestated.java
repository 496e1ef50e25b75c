package org.huiwu.venue.session;

import org.huiwu.platform.messaging.Restated;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The sessions, said anew after a restore.
@Configuration(proxyBeanMethods = false)
class SessionsRestated {

  @Bean
  Restated sessionsToRestate(Sessions sessions) {
    return Restated.states(
        1,
        SessionPlanning.AGGREGATE,
        conference ->
            sessions.all(conference).stream()
                .map(s -> new Restated.Present(s.code(), s.version(), SessionPlanning.state(s)))
                .toList());
  }
}
