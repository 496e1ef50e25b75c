package org.huiwu.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A service of two instances behind the door: venue has two that live, excursion one that is dead
/// and one that lives. What a test sends goes to each of them first in turn.
class SeveralInstancesTest extends OpenGateway {
  private static final Backend FIRST = backend();
  private static final Backend SECOND = backend();
  private static final Backend ALIVE = backend();
  private static final String HALL = "{\"hall\":\"荔园\"}";
  private static final int TURNS = 6;

  private Door door;

  @DynamicPropertySource
  static void instances(DynamicPropertyRegistry registry) {
    registry.add("huiwu.gateway.services.venue", () -> FIRST.address() + "," + SECOND.address());
    registry.add("huiwu.gateway.services.excursion", () -> DEAD + "," + ALIVE.address());
  }

  @BeforeAll
  void open() throws Exception {
    door = door();
    try (var administrator = administrator()) {
      door.signedIn(somebody(administrator, UUID.randomUUID().toString(), "duty"), PASSWORD);
    }
  }

  private static void everybodyAnswers() {
    FIRST.answers(200, Map.of(), "first");
    SECOND.answers(200, Map.of(), "second");
    ALIVE.answers(201, Map.of(), "alive");
  }

  @BeforeEach
  void everybody_answers_and_no_circuit_is_open_any_more() {
    everybodyAnswers();
    await()
        .atMost(Duration.ofSeconds(8))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> door.get("/api/venue/halls").statusCode() == 200);
    everybodyAnswers();
  }

  @AfterAll
  void close() {
    door.close();
    FIRST.close();
    SECOND.close();
    ALIVE.close();
  }

  private HttpResponse<String> command(String path) throws IOException, InterruptedException {
    return door.json("POST", path, HALL, "Idempotency-Key", "k-1");
  }

  /// Dies when it has heard the request, before it has answered.
  private static void dies(HttpExchange exchange) {
    exchange.close();
  }

  @Test
  void both_are_asked_in_turn() throws Exception {
    for (int i = 0; i < TURNS; i++) {
      assertThat(door.get("/api/venue/halls").statusCode()).isEqualTo(200);
    }
    assertThat(FIRST.heard()).hasSize(TURNS / 2);
    assertThat(SECOND.heard()).hasSize(TURNS / 2);
  }

  @Test
  void what_only_reads_is_asked_of_the_other_one_when_one_dies_in_the_middle() throws Exception {
    FIRST.answers(SeveralInstancesTest::dies);
    for (int i = 0; i < TURNS; i++) {
      assertThat(door.get("/api/venue/halls").body()).isEqualTo("second");
    }
    assertThat(FIRST.heard()).as("it was asked, too").isNotEmpty();
    assertThat(SECOND.heard()).hasSize(TURNS);
  }

  @Test
  void a_command_that_may_have_arrived_is_not_sent_again() throws Exception {
    FIRST.answers(SeveralInstancesTest::dies);
    SECOND.answers(SeveralInstancesTest::dies);
    var answer = command("/api/venue/halls");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(answer.body()).contains("service-unavailable", "venue");
    assertThat(FIRST.heard().size() + SECOND.heard().size()).isEqualTo(1);
  }

  @Test
  void a_command_that_never_connected_goes_whole_to_the_instance_that_lives() throws Exception {
    for (int i = 0; i < TURNS; i++) {
      var answer = command("/api/excursion/routes");
      assertThat(answer.statusCode()).isEqualTo(201);
    }
    assertThat(ALIVE.heard())
        .hasSize(TURNS)
        .allSatisfy(heard -> {
          assertThat(heard.body()).isEqualTo(HALL);
          assertThat(heard.header("Idempotency-key")).isEqualTo("k-1");
        });
  }

  @Test
  void what_an_instance_answers_is_the_answer() throws Exception {
    FIRST.answers(503, Map.of(), "busy");
    SECOND.answers(503, Map.of(), "busy");
    assertThat(door.get("/api/venue/halls").body()).isEqualTo("busy");
    assertThat(FIRST.heard().size() + SECOND.heard().size()).isEqualTo(1);
  }
}
