package org.huiwu.drills;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who holds every role in a conference of no consequence, changes something there and
/// looks at what comes of it.
final class Witness {
  private static final JsonMapper JSON = new JsonMapper();

  private final String conference;
  private final Door door;

  Witness(Walkers walkers, String name) {
    conference = walkers.conference(name.toUpperCase(java.util.Locale.ROOT));
    door = walkers.of(name, conference);
  }

  /// @param path within the conference
  HttpRequest.Builder post(String service, String path, String body) {
    return request(service, path)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .POST(BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder request(String service, String path) {
    return door.request("/api/" + service + "/conferences/" + conference + path);
  }

  /// Sent once: a refusal is an answer, too.
  HttpResponse<String> sendOnce(HttpRequest.Builder request) {
    return door.sendOnce(request);
  }

  /// @return the change's id
  String changedBy(HttpRequest.Builder request) {
    var answer = door.send(request);
    return answer
        .headers()
        .firstValue("Huiwu-Change")
        .orElseThrow(
            () -> new AssertionError("no change: " + answer.statusCode() + " " + answer.body()));
  }

  /// @param wait seconds to wait for it to settle
  JsonNode change(String id, int wait) {
    var question = request("notification", "/changes/" + id + "?wait=" + wait).GET();
    return JSON.readTree(door.send(question).body());
  }

  /// Who has not taken it in.
  static Set<String> waitingFor(JsonNode change) {
    Set<String> consumers = new TreeSet<>();
    change
        .path("waitingFor")
        .forEach(w -> consumers.add(w.path("consumer").asString("not come in")));
    return consumers;
  }
}
