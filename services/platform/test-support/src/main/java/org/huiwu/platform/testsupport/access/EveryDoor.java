package org.huiwu.platform.testsupport.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Knocks at every door of a running service as those who may not come in: each is turned away with
/// a problem, and all that stays of it is one row of the audit trail.
public final class EveryDoor {
  private static final int UNAUTHENTICATED = 401;
  private static final int FORBIDDEN = 403;

  private record Door(String method, String path, String type) {}

  private final HttpClient http = HttpClient.newHttpClient();
  private final String service;
  private final int port;
  private final JdbcTemplate jdbc;
  private final List<Door> doors = new ArrayList<>();

  public EveryDoor(
      String service, int port, JdbcTemplate jdbc, RequestMappingHandlerMapping mappings) {
    this.service = service;
    this.port = port;
    this.jdbc = jdbc;
    mappings
        .getHandlerMethods()
        .keySet()
        .forEach(info ->
            info.getPatternValues().stream()
                .filter(pattern -> !pattern.startsWith("/openapi") && !pattern.equals("/error"))
                .forEach(pattern ->
                    info.getMethodsCondition()
                        .getMethods()
                        .forEach(
                            method -> doors.add(new Door(method.name(), pattern, type(info))))));
  }

  private static String type(RequestMappingInfo info) {
    return info.getConsumesCondition().getConsumableMediaTypes().stream()
        .map(Object::toString)
        .findFirst()
        .orElse("application/json");
  }

  /// @throws AssertionError naming the door that let somebody in, or left more than an audit row
  public void check() throws IOException, InterruptedException {
    assertThat(doors).as("doors of " + service).isNotEmpty();
    var issuer = TestIssuer.get();
    for (var door : doors) {
      var conference = door.path().contains("{conference}") ? UUID.randomUUID() : null;
      turnedAway(door, conference, null, UNAUTHENTICATED, "sign-in-required");
      var holder = issuer.claims(service, "somebody", List.of("duty"), conference);
      turnedAway(
          door,
          conference,
          issuer.bearer(holder.withAudience("another-service")),
          UNAUTHENTICATED,
          "sign-in-required");
      turnedAway(
          door,
          conference,
          issuer.bearer(holder.withIssuer("http://127.0.0.1:1")),
          UNAUTHENTICATED,
          "sign-in-required");
      if (conference != null || !door.method().equals("GET")) {
        turnedAway(
            door,
            conference,
            issuer.bearer(issuer.claims(service, "nobody", List.of(), conference)),
            FORBIDDEN,
            "not-allowed");
      }
      if (conference != null) {
        turnedAway(
            door,
            conference,
            issuer.bearer(issuer.claims(service, "stranger", List.of("duty"), UUID.randomUUID())),
            FORBIDDEN,
            "not-allowed");
      }
    }
  }

  private void turnedAway(
      Door door, @Nullable UUID conference, @Nullable String bearer, int status, String code)
      throws IOException, InterruptedException {
    var before = rows();
    var path =
        door.path()
            .replace("{conference}", String.valueOf(conference))
            .replaceAll("\\{[^}]+}", "1");
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", door.type())
            .method(
                door.method(),
                door.method().equals("GET")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString("{"));
    if (bearer != null) {
      request.header("Authorization", bearer);
    }
    var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(door + " " + answer.body()).isEqualTo(status);
    assertThat(answer.body()).as(door.toString()).contains("\"code\":\"" + code + "\"");
    var after = rows();
    assertThat(after.remove("audit_entry"))
        .as(door + ": audit rows")
        .isEqualTo(before.getOrDefault("audit_entry", 0L) + 1);
    before.remove("audit_entry");
    assertThat(after).as(door + ": rows of all other tables").isEqualTo(before);
    assertThat(
            jdbc.queryForObject(
                "select outcome from audit_entry order by n desc limit 1", String.class))
        .isEqualTo(code);
  }

  private Map<String, Long> rows() {
    Map<String, Long> rows = new TreeMap<>();
    jdbc
        .queryForList(
            "select table_name from information_schema.tables where table_schema = 'public'",
            String.class)
        .stream()
        .filter(table -> !table.equals("consumer_offset"))
        .forEach(table ->
            rows.put(
                table, jdbc.queryForObject("select count(*) from \"" + table + "\"", Long.class)));
    return rows;
  }
}
