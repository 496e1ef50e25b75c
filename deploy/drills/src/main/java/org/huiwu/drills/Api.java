package org.huiwu.drills;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The platform's public API as a desk uses it: reads, then changes with the version that it read,
/// and waits until the change has settled.
final class Api {
  /// The same content is the same bytes in every run: a drill that goes on sends it again.
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private static final int WAIT_SECONDS = 30;
  private static final int WAITS = 4;

  /// @param change the change to wait for; empty when nothing changed
  record Answer(int status, JsonNode body, String etag, Optional<String> change) {}

  private final Users users;
  private final String run;
  private final boolean onlyAsking;
  private String conference = "";

  /// @param run makes this run's idempotency keys its own
  Api(Users users, String run) {
    this(users, run, false);
  }

  private Api(Users users, String run, boolean onlyAsking) {
    this.users = users;
    this.run = run;
    this.onlyAsking = onlyAsking;
  }

  /// The same commands, under the same keys, of which each is only asked what it would touch; by
  /// people who may also see everything, so that nothing is withheld from them.
  Api onlyAsking() {
    var asking = new Api(users, run, true);
    asking.conference = conference;
    return asking;
  }

  void enter(String conference) {
    this.conference = conference;
    users.enter(conference);
  }

  /// All conferences on the platform.
  JsonNode conferences() {
    return send(Users.ADMINISTRATOR, request("registration", "/conferences").GET()).body();
  }

  /// Within the conference, as who watches the drill, e.g. `get("excursion", "/memberships/..")`.
  Answer get(String service, String path) {
    return get(Users.OBSERVER, service, path);
  }

  private Answer get(String role, String service, String path) {
    return send(role, request(service, conferencePath(path)).GET());
  }

  Answer post(String role, String key, String service, String path, Object body) {
    return command(
        role, key, "", service, conferencePath(path), "POST", json(body), "application/json");
  }

  Answer upload(String role, String key, String service, String path, byte[] body) {
    return command(
        role,
        key,
        "",
        service,
        conferencePath(path),
        "POST",
        BodyPublishers.ofByteArray(body),
        "application/octet-stream");
  }

  Answer createConference(String key, Object body) {
    return command(
        Users.ADMINISTRATOR,
        key,
        "",
        "registration",
        "/conferences",
        "POST",
        json(body),
        "application/json");
  }

  /// Reads `read`, and sends the change with the version that stood there.
  Answer edit(
      String role,
      String key,
      String service,
      String read,
      String method,
      String path,
      Object body) {
    var current = get(role, service, read);
    return command(
        role,
        key,
        current.etag(),
        service,
        conferencePath(path),
        method,
        json(body),
        "application/json");
  }

  private Answer command(
      String role,
      String key,
      String etag,
      String service,
      String path,
      String method,
      BodyPublisher body,
      String type) {
    var request =
        request(service, path)
            .header("Huiwu-Role", role)
            .header("Idempotency-Key", run + "-" + key)
            .header("Content-Type", type)
            .method(method, body);
    if (!etag.isEmpty()) {
      request.header("If-Match", etag);
    }
    if (onlyAsking) {
      return send(Users.seeingEverything(role), request.header("Huiwu-Preview", "true"));
    }
    return send(role, request);
  }

  /// Waits until the change has settled.
  ///
  /// @return the change with what it has revised
  JsonNode settled(String change) {
    for (int i = 0; i < WAITS; i++) {
      var answer =
          send(
              Users.OBSERVER,
              request(
                      "notification",
                      conferencePath("/changes/" + change + "?wait=" + WAIT_SECONDS))
                  .GET(),
              404);
      var state = answer.body().path("state").asString("");
      if (state.startsWith("settled")) {
        return answer.body();
      }
    }
    throw new DrillException(
        "The change "
            + change
            + " has not settled: "
            + get("notification", "/changes/" + change).body());
  }

  private String conferencePath(String path) {
    return "/conferences/" + conference + path;
  }

  private HttpRequest.Builder request(String service, String path) {
    return users.of(Users.ADMINISTRATOR).request("/api/" + service + path);
  }

  private static BodyPublisher json(Object body) {
    return BodyPublishers.ofString(JSON.writeValueAsString(body));
  }

  static String encode(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static Map<String, Object> nothing() {
    return Map.of();
  }

  private Answer send(String role, HttpRequest.Builder request, int... alsoFine) {
    var response = users.of(role).send(request);
    var status = response.statusCode();
    if (status >= 300 && Arrays.stream(alsoFine).noneMatch(s -> s == status)) {
      throw new DrillException(
          "%s %s as %s was answered %d: %s"
              .formatted(
                  response.request().method(),
                  response.uri().getPath(),
                  role,
                  status,
                  response.body()));
    }
    var body = response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
    return new Answer(
        status,
        body,
        response.headers().firstValue("ETag").orElse(""),
        response.headers().firstValue("Huiwu-Change"));
  }
}
