package org.huiwu.platform.web.teahouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class OpenApiTest extends Doors {

  /// Name to place and whether it is required.
  private Map<String, String> parameters(String method, String path) {
    var api = ask(HttpMethod.GET, "/openapi", null);
    assertThat(api.status()).isEqualTo(200);
    Map<String, String> all = new TreeMap<>();
    api.body()
        .path("paths")
        .path(path)
        .path(method)
        .path("parameters")
        .forEach(p ->
            all.put(
                p.path("name").asString(),
                p.path("in").asString() + (p.path("required").asBoolean(false) ? "!" : "")));
    return all;
  }

  @Test
  void a_command_is_described_with_its_headers_and_nothing_of_our_inside() {
    assertThat(parameters("patch", "/conferences/{conference}/teas/{code}"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "conference", "path!",
                "code", "path!",
                "Huiwu-Role", "header",
                "Huiwu-Reason", "header",
                "Huiwu-Preview", "header",
                "Idempotency-Key", "header",
                "If-Match", "header!"));
  }

  @Test
  void a_question_needs_no_headers() {
    assertThat(parameters("get", "/conferences/{conference}/teas/{code}"))
        .containsOnlyKeys("conference", "code");
  }

  @Test
  void the_health_of_the_service_says_what_the_messenger_does() {
    var health = ask(HttpMethod.GET, "/actuator/health/readiness", null);
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.at("/components/messaging/details/messenger")).isEqualTo("active");
  }
}
