package org.huiwu.benchmark;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import org.huiwu.drills.Door;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A venue desk at the platform's door, with sessions of its own: it knows their versions, since
/// nobody else moves them.
final class SessionDesk {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int CREATED = 201;

  private final Door door;
  private final String conference;
  private final String prefix = "B" + UUID.randomUUID().toString().substring(0, 8) + "-";
  private final AtomicLongArray versions;

  SessionDesk(String address, Door administrator, int sessions) {
    conference = Desk.conference(administrator);
    door = Desk.ofAllDesks(address, administrator, conference, List.of("venue"));
    versions = new AtomicLongArray(sessions);
    var plans =
        IntStream.range(0, sessions)
            .mapToObj(i ->
                Map.of(
                    "code",
                    prefix + i,
                    "title",
                    prefix + i,
                    "hall",
                    "a hall",
                    "starts",
                    "2026-06-09T09:00"))
            .toList();
    var answer =
        door.send(
            command("venue", "/sessions")
                .method(
                    "POST", HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(plans))));
    if (answer.statusCode() != CREATED) {
      throw new IllegalStateException("planning was answered " + answer.statusCode());
    }
    IntStream.range(0, sessions).forEach(i -> versions.set(i, 1));
  }

  private HttpRequest.Builder command(String service, String path) {
    return door.request(path(service, path))
        .header("Huiwu-Role", "venue")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .header("Content-Type", "application/json");
  }

  private String path(String service, String rest) {
    return "/api/" + service + "/conferences/" + conference + rest;
  }

  Door door() {
    return door;
  }

  String conference() {
    return conference;
  }

  /// Moves one of the sessions; they take turns, so that none is moved twice at a time.
  ///
  /// @return the change's id
  String move(int n) {
    var session = n % versions.length();
    var version = versions.getAndIncrement(session);
    var answer =
        door.send(
            command("venue", "/sessions/" + prefix + session)
                .header("If-Match", "\"" + version + "\"")
                .method(
                    "PATCH",
                    HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("hall", "hall " + (version + 1))))));
    var change = answer.headers().firstValue("Huiwu-Change");
    if (answer.statusCode() != 200 || change.isEmpty()) {
      throw new IllegalStateException(
          "move-session was answered " + answer.statusCode() + ": " + answer.body());
    }
    return change.get();
  }

  /// When the platform received the command, by its own clock.
  Instant receivedAt(String change) {
    return Instant.parse(read("/changes/" + change).path("receivedAt").asString());
  }

  /// How many of the sessions' manifests are not what the desk has said last.
  long differing() {
    return IntStream.range(0, versions.length())
        .filter(i ->
            versions.get(i) > 1
                && !read("/manifests/session:" + prefix + i)
                    .path("header")
                    .path("hall")
                    .asString("")
                    .equals("hall " + versions.get(i)))
        .count();
  }

  private JsonNode read(String path) {
    var answer = door.send(door.request(path("notification", path)));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " was answered " + answer.statusCode());
    }
    return JSON.readTree(answer.body());
  }
}
