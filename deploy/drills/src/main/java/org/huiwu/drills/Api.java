package org.huiwu.drills;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The platform's public API as a desk uses it: reads, then changes with the version that it read,
/// and waits until the change has settled.
final class Api {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int WAIT_SECONDS = 30;
  private static final int WAITS = 4;

  /// @param change the change to wait for; empty when nothing changed
  record Answer(int status, JsonNode body, String etag, Optional<String> change) {}

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String address;
  private final String run;
  private String conference = "";

  /// @param run makes this run's idempotency keys its own
  Api(String address, String run) {
    this.address = address;
    this.run = run;
  }

  void enter(String conference) {
    this.conference = conference;
  }

  /// All conferences on the platform.
  JsonNode conferences() {
    return send(request("registration", "/conferences").GET().build()).body();
  }

  /// Within the conference, e.g. `get("excursion", "/memberships/..")`.
  Answer get(String service, String path) {
    return send(request(service, conferencePath(path)).GET().build());
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

  Answer createConference(String role, String key, Object body) {
    return command(
        role, key, "", "registration", "/conferences", "POST", json(body), "application/json");
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
    var current = get(service, read);
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
            .header("Huiwu-Actor", "drill-" + role)
            .header("Huiwu-Role", role)
            .header("Idempotency-Key", run + "-" + key)
            .header("Content-Type", type)
            .method(method, body);
    if (!etag.isEmpty()) {
      request.header("If-Match", etag);
    }
    return send(request.build());
  }

  /// Waits until the change has settled.
  ///
  /// @return the change with what it has revised
  JsonNode settled(String change) {
    for (int i = 0; i < WAITS; i++) {
      var answer =
          send(
              request(
                      "notification",
                      conferencePath("/changes/" + change + "?wait=" + WAIT_SECONDS))
                  .GET()
                  .build(),
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
    return HttpRequest.newBuilder(URI.create(address + "/api/" + service + path))
        .timeout(PATIENCE)
        .header("Accept-Language", "en");
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

  private Answer send(HttpRequest request, int... alsoFine) {
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      var status = response.statusCode();
      if (status >= 300 && java.util.Arrays.stream(alsoFine).noneMatch(s -> s == status)) {
        throw new DrillException(
            "%s %s was answered %d: %s"
                .formatted(request.method(), request.uri().getPath(), status, response.body()));
      }
      var body =
          response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
      return new Answer(
          status,
          body,
          response.headers().firstValue("ETag").orElse(""),
          response.headers().firstValue("Huiwu-Change"));
    } catch (IOException e) {
      throw new DrillException(
          "%s %s was not answered: %s".formatted(request.method(), request.uri().getPath(), e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DrillException("interrupted", e);
    }
  }
}
