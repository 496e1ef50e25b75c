package org.huiwu.gateway;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.TestPropertySource;

/// Somebody signed in at a door that waits 800 ms for an answer. All services behind it answer at
/// once until they are told otherwise; accommodation is dead.
@TestPropertySource(properties = "resilience4j.timelimiter.configs.default.timeout-duration=800ms")
abstract class ServedDesk extends OpenGateway {
  Door door;

  @BeforeAll
  void open() throws Exception {
    door = door();
    try (var administrator = administrator()) {
      door.signedIn(somebody(administrator, UUID.randomUUID().toString(), "duty"), PASSWORD);
    }
  }

  @BeforeEach
  void everybody_answers() {
    REGISTRATION.answers(200, Map.of(), "registration");
    CATERING.answers(200, Map.of(), "catering");
    NOTIFICATION.answers(200, Map.of(), "notification");
  }

  @AfterAll
  void close() {
    door.close();
  }
}
