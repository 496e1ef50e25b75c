package org.huiwu.check;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.huiwu.drills.Door;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All desks of one conference in one person.
final class Desks {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ADMINISTRATOR = "administrator";
  private static final List<String> ROLES =
      List.of(
          "registration",
          "accommodation",
          "catering",
          "transport",
          "excursion",
          "venue",
          "protocol",
          "liaison",
          "duty");
  private static final int FAILED = 400;

  private final Door door;
  private final String conference;

  private Desks(Door door, String conference) {
    this.door = door;
    this.conference = conference;
  }

  static Desks of(String address, String password) {
    var door = Door.signIn(address, ADMINISTRATOR, password);
    var conference =
        JSON.readTree(door.send(door.request("/api/registration/conferences").GET()).body())
            .path(0)
            .path("id")
            .asString();
    for (var role : ROLES) {
      accepted(
          door.send(
              door.request("/accounts/%s/grants/%s/%s".formatted(ADMINISTRATOR, conference, role))
                  .PUT(BodyPublishers.noBody())));
    }
    return new Desks(Door.signIn(address, ADMINISTRATOR, password), conference);
  }

  Stream<JsonNode> list(String service, String path) {
    return JSON.readTree(accepted(door.send(door.request(path(service, path)).GET())).body())
        .valueStream();
  }

  /// An edit of what is there: reads it first, for its version.
  ///
  /// @param more what follows in the command's own path
  void edit(String method, String service, String path, String more, String body) {
    var version =
        accepted(door.send(door.request(path(service, path)).GET()))
            .headers()
            .firstValue("ETag")
            .orElse("\"1\"");
    send(method, service, path + more, body, version);
  }

  void add(String service, String path, String body) {
    send("POST", service, path, body, "\"1\"");
  }

  private void send(String method, String service, String path, String body, String version) {
    accepted(
        door.send(
            door.request(path(service, path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", version)
                .method(
                    method,
                    body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))));
  }

  private String path(String service, String path) {
    return "/api/%s/conferences/%s%s".formatted(service, conference, path);
  }

  private static HttpResponse<String> accepted(HttpResponse<String> answer) {
    if (answer.statusCode() >= FAILED) {
      throw new IllegalStateException(
          "%s: %d %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
    }
    return answer;
  }
}
