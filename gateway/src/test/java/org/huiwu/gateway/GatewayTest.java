package org.huiwu.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/// The door with real services behind it. Accommodation is dead, catering is slow when told to be.
@TestPropertySource(properties = "resilience4j.timelimiter.configs.default.timeout-duration=300ms")
class GatewayTest extends OpenGateway {
  private static final int MANY = 12;

  private Door door;

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

  // what passes through

  @Test
  void a_path_goes_to_its_service_without_the_prefix() throws Exception {
    assertThat(door.get("/api/registration/conferences").body()).isEqualTo("registration");
    assertThat(door.get("/api/catering/conferences/1/meals?x=1&y=%E4%B8%AD").body())
        .isEqualTo("catering");
    assertThat(REGISTRATION.heard())
        .extracting(Backend.Heard::path)
        .containsExactly("/conferences");
    assertThat(CATERING.heard())
        .extracting(Backend.Heard::path)
        .containsExactly("/conferences/1/meals?x=1&y=%E4%B8%AD");
  }

  @Test
  void a_path_of_no_service_is_not_found() throws Exception {
    assertThat(door.get("/api/nobody/conferences").statusCode()).isEqualTo(404);
    assertThat(door.get("/conferences").statusCode()).isEqualTo(404);
  }

  @Test
  void a_command_and_its_answer_pass_unchanged() throws Exception {
    REGISTRATION.answers(
        201,
        Map.of(
            "ETag", "\"4\"",
            "Huiwu-Change", "5c1d9a52-6d1c-4f5e-a7e7-0e3cbb4d2a10",
            "Content-Type", "application/json"),
        "{\"name\":\"广东\"}");
    var answer =
        door.send(
            "PATCH",
            "/api/registration/conferences/1/delegations/GD",
            "{\"name\":\"广东省\"}",
            "Content-Type",
            "application/json",
            "If-Match",
            "\"3\"",
            "Idempotency-Key",
            "k-1",
            "Huiwu-Actor",
            "clerk",
            "Huiwu-Role",
            "registration",
            "Huiwu-Reason",
            "%E6%94%B9%E5%90%8D");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("ETag")).hasValue("\"4\"");
    assertThat(answer.headers().firstValue("Huiwu-Change"))
        .hasValue("5c1d9a52-6d1c-4f5e-a7e7-0e3cbb4d2a10");
    assertThat(answer.body()).isEqualTo("{\"name\":\"广东\"}");

    var heard = REGISTRATION.heard().getFirst();
    assertThat(heard.method()).isEqualTo("PATCH");
    assertThat(heard.body()).isEqualTo("{\"name\":\"广东省\"}");
    assertThat(heard.header("If-match")).isEqualTo("\"3\"");
    assertThat(heard.header("Idempotency-key")).isEqualTo("k-1");
    assertThat(heard.header("Huiwu-actor")).as("who acts is in the token").isEmpty();
    assertThat(heard.header("Huiwu-role")).isEqualTo("registration");
    assertThat(heard.header("Huiwu-reason")).isEqualTo("%E6%94%B9%E5%90%8D");
  }

  @Test
  void a_services_own_problem_passes_unchanged() throws Exception {
    var problem = "{\"code\":\"version-stale\",\"status\":412,\"current\":{}}";
    for (int status : new int[] {404, 409, 412, 422, 500, 503}) {
      REGISTRATION.answers(status, Map.of("Content-Type", "application/problem+json"), problem);
      var answer = door.get("/api/registration/conferences/1");
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
      assertThat(answer.body()).isEqualTo(problem);
    }
  }

  @Test
  void codes_in_paths_arrive_as_they_were_written() throws Exception {
    var chinese = URLEncoder.encode("南宁", StandardCharsets.UTF_8);
    for (var path :
        new String[] {
          "/conferences/1/manifests/rooming%3AH1",
          "/conferences/1/manifests/rooming:H1",
          "/conferences/1/manifests/trip%3A" + chinese,
          "/conferences/1/hotels/" + chinese + "?name=" + chinese,
          "/conferences/1/manifests/rooming%3AH1/difference?from=1&to=2",
          "/conferences/1/hotels/A%20B",
          "/conferences/1/hotels/A+B?name=a%2Bb",
          "/conferences/1/hotels/100%25",
        }) {
      NOTIFICATION.answers(200, Map.of(), "here");
      assertThat(door.get("/api/notification" + path).statusCode()).as(path).isEqualTo(200);
      assertThat(NOTIFICATION.heard()).extracting(Backend.Heard::path).containsExactly(path);
    }
  }

  // what does not answer

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
      waitFor(release);
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
      waitFor(new CountDownLatch(1), Duration.ofMillis(900));
      Backend.reply(exchange, 200, Map.of(), "settled");
    });
    assertThat(door.get("/api/notification/conferences/1/changes/2?wait=30").body())
        .isEqualTo("settled");
  }

  // the live stream

  @Test
  void the_stream_passes_event_by_event() throws Exception {
    BlockingQueue<String> events = new LinkedBlockingQueue<>();
    NOTIFICATION.answers(exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream;charset=UTF-8");
      exchange.sendResponseHeaders(200, 0);
      var out = exchange.getResponseBody();
      for (var event = take(events); !event.isEmpty(); event = take(events)) {
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
      exchange.close();
    });
    events.add(":following\n\n");
    var answer =
        door.follow(
            "/api/notification/conferences/1/stream",
            "Accept",
            "text/event-stream",
            "Last-Event-ID",
            "41");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    assertThat(NOTIFICATION.heard().getFirst().header("Last-event-id")).isEqualTo("41");
    assertThat(NOTIFICATION.heard().getFirst().path()).isEqualTo("/conferences/1/stream");
    try (var lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo(":following");
      assertThat(lines.readLine()).isEmpty();
      for (int n = 42; n < 47; n++) {
        // the next event is said only after this one has arrived: nothing may be held back
        events.add("id:" + n + "\ndata:{\"名\":1}\n\n");
        assertThat(lines.readLine()).isEqualTo("id:" + n);
        assertThat(lines.readLine()).isEqualTo("data:{\"名\":1}");
        assertThat(lines.readLine()).isEmpty();
      }
      // quiet for longer than the time limit of other questions
      waitFor(new CountDownLatch(1), Duration.ofMillis(600));
      events.add("id:47\n\n");
      assertThat(lines.readLine()).isEqualTo("id:47");
      events.add("");
    }
  }

  @Test
  void the_service_is_hung_up_on_when_the_page_has_gone() throws Exception {
    var hungUp = new CountDownLatch(1);
    NOTIFICATION.answers(exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream;charset=UTF-8");
      exchange.sendResponseHeaders(200, 0);
      var out = exchange.getResponseBody();
      try {
        for (int n = 0; n < 1_000; n++) {
          out.write("data:tick\n\n".getBytes(StandardCharsets.UTF_8));
          out.flush();
          waitFor(new CountDownLatch(1), Duration.ofMillis(10));
        }
      } catch (IOException _) {
        hungUp.countDown();
      }
      exchange.close();
    });
    try (var page = new Socket("127.0.0.1", port)) {
      page.getOutputStream()
          .write(
              ("GET /api/notification/conferences/1/stream HTTP/1.1\r\nHost: door\r\nCookie: "
                      + door.cookieHeader()
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
      assertThat(page.getInputStream().readNBytes(100)).hasSize(100);
    }
    assertThat(hungUp.await(9, TimeUnit.SECONDS)).as("long before the thousandth tick").isTrue();
  }

  @Test
  void a_stream_that_nobody_answers_is_a_problem_too() throws Exception {
    NOTIFICATION.answers(HttpExchange::close);
    var answer = door.get("/api/notification/conferences/1/stream", "Accept", "text/event-stream");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(answer.body()).contains("service-unavailable", "notification");
  }

  // the door itself

  @Test
  void it_is_healthy_whoever_is_dead_behind_it() throws Exception {
    for (var path : new String[] {"", "/liveness", "/readiness"}) {
      var health = door.get("/actuator/health" + path);
      assertThat(health.statusCode()).as(path).isEqualTo(200);
      assertThat(health.body()).contains("\"status\":\"UP\"").doesNotContain("components");
    }
  }

  @Test
  void both_languages_have_the_same_words() throws IOException {
    assertThat(words("").stringPropertyNames())
        .isEqualTo(words("_en").stringPropertyNames())
        .contains("problem.service-unavailable.title", "problem.sign-in-required.detail");
  }

  private static Properties words(String language) throws IOException {
    var words = new Properties();
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(
                GatewayTest.class.getResourceAsStream(
                    "/problems-gateway" + language + ".properties")),
            StandardCharsets.UTF_8)) {
      words.load(in);
    }
    return words;
  }

  private static void waitFor(CountDownLatch latch) {
    waitFor(latch, Duration.ofSeconds(10));
  }

  /// @return whether it was released in time
  private static boolean waitFor(CountDownLatch latch, Duration patience) {
    try {
      return latch.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String take(BlockingQueue<String> events) {
    try {
      return Objects.requireNonNullElse(events.poll(10, TimeUnit.SECONDS), "");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
