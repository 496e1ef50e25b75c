package org.huiwu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/// What passes through the door, and the door itself.
class GatewayTest extends ServedDesk {

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
            "%E6%94%B9%E5%90%8D",
            "Huiwu-Search",
            "zw");
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
    assertThat(heard.header("Huiwu-search")).isEqualTo("zw");
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
}
