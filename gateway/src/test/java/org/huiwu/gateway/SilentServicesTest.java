package org.huiwu.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// Services that do not answer, or not in time.
class SilentServicesTest extends ServedDesk {
  private static final int MANY = 12;

  @Test
  void a_dead_service_is_a_problem_in_the_callers_language_and_the_others_work() throws Exception {
    var chinese = door.get("/api/accommodation/conferences/1/hotels");
    assertThat(chinese.statusCode()).isEqualTo(503);
    assertThat(chinese.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(chinese.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(chinese.body())
        .contains("服务暂时不可用", "accommodation", "\"code\":\"service-unavailable\"", "\"status\":503");

    var english =
        door.send(
            "POST",
            "/api/accommodation/conferences/1/hotels",
            "[]",
            "Accept-Language",
            "en-GB",
            "Content-Type",
            "application/json");
    assertThat(english.statusCode()).isEqualTo(503);
    assertThat(english.body()).contains("Service not available", "accommodation");

    assertThat(door.get("/api/registration/conferences").statusCode()).isEqualTo(200);
  }

  @Test
  void the_circuit_of_a_slow_service_opens_and_closes_again_and_no_other_does() throws Exception {
    var release = new CountDownLatch(1);
    CATERING.answers(exchange -> {
      Backend.waitFor(release, Duration.ofSeconds(10));
      Backend.reply(exchange, 200, Map.of(), "late");
    });
    for (int i = 0; i < MANY; i++) {
      assertThat(door.get("/api/catering/slow").statusCode()).isEqualTo(503);
    }
    assertThat(CATERING.heard().size())
        .as("once the circuit is open the service is left alone")
        .isLessThan(MANY);
    assertThat(door.get("/api/registration/conferences").statusCode()).isEqualTo(200);

    release.countDown();
    CATERING.answers(200, Map.of(), "catering");
    await()
        .atMost(Duration.ofSeconds(8))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> door.get("/api/catering/conferences").statusCode() == 200);
    for (int i = 0; i < MANY; i++) {
      assertThat(door.get("/api/catering/conferences").body()).isEqualTo("catering");
    }
  }

  @Test
  void a_question_that_waits_for_settling_has_a_longer_limit() throws Exception {
    NOTIFICATION.answers(exchange -> {
      Backend.waitFor(new CountDownLatch(1), Duration.ofMillis(1_200));
      Backend.reply(exchange, 200, Map.of(), "settled");
    });
    assertThat(door.get("/api/notification/conferences/1/changes/2?wait=30").body())
        .isEqualTo("settled");
  }
}
