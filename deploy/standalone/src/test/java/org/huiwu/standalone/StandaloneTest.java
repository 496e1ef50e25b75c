package org.huiwu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneTest {
  private static final int TERMINATED = 143;

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

  @TempDir Path scratch;

  @Test
  void ends_cleanly_on_sigterm_and_has_its_data_after_a_restart() throws Exception {
    var data = scratch.resolve("data");
    String made;
    try (var first = new StandaloneProcess(scratch, data, 0)) {
      var address = first.address();
      assertThat(address).startsWith("http://127.0.0.1:");
      var password = data.resolve("administrator-password");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
          .isEqualTo("rw-------");
      signIn(address, Files.readString(password).strip());
      made = makeConference(address);
      assertThat(get(address + "/actuator/health").statusCode()).isEqualTo(200);
      for (var service : Service.values()) {
        var health = get(address + "/api/" + service.serviceName() + "/actuator/health/readiness");
        assertThat(health.statusCode()).as(service.serviceName()).isEqualTo(200);
        assertThat(health.body())
            .as("what the administrator sees")
            .endsWith("\"status\":\"UP\"}")
            .contains("\"messenger\":\"active\"");
      }
      assertThat(first.stop()).isEqualTo(TERMINATED);
    }
    assertThat(Files.exists(data.resolve("postgres/cluster/postmaster.pid")))
        .as("PostgreSQL was shut down, not left or killed")
        .isFalse();
    try (var second = new StandaloneProcess(scratch, data, 0)) {
      // the cookie of before: a restart signs nobody out
      var conferences = get(second.address() + "/api/registration/conferences");
      assertThat(conferences.body()).contains(made);
      second.stop();
    }
  }

  @Test
  void a_busy_port_is_one_clear_line() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        var refused =
            new StandaloneProcess(scratch, scratch.resolve("data"), other.getLocalPort())) {
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.said()).hasSize(1);
      assertThat(refused.said().getFirst())
          .contains("Port " + other.getLocalPort())
          .contains("--port");
    }
  }

  @Test
  void an_unwritable_folder_is_one_clear_line() throws Exception {
    var file = Files.writeString(scratch.resolve("a-file"), "not a folder");
    try (var refused = new StandaloneProcess(scratch, file.resolve("data"), 0)) {
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.said()).hasSize(1);
      assertThat(refused.said().getFirst()).contains(file.toString());
    }
  }

  @Test
  void an_unknown_option_is_one_clear_line() throws Exception {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> Options.parse(new String[] {"--prot", "1"})))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("--prot");
  }

  private void signIn(String address, String password) throws IOException, InterruptedException {
    assertThat(get(address + "/session").statusCode()).isEqualTo(401);
    var answer =
        http.send(
            HttpRequest.newBuilder(URI.create(address + "/session"))
                .header("X-XSRF-TOKEN", token())
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"account\":\"administrator\",\"password\":\"" + password + "\"}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private String token() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(c -> c.getName().equals("XSRF-TOKEN"))
        .map(java.net.HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  private String makeConference(String address) throws IOException, InterruptedException {
    var answer =
        http.send(
            HttpRequest.newBuilder(URI.create(address + "/api/registration/conferences"))
                .header("X-XSRF-TOKEN", token())
                .header("Idempotency-Key", "one")
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        """
                        {"code": "T1", "name": "测试会议", "timezone": "Asia/Shanghai",
                         "starts": "2026-06-08T08:00", "ends": "2026-06-11T18:00", "rehearsal": true}\
                        """))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer.body().replaceAll("(?s).*\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
  }

  private HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
