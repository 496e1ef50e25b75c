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
public final class Witness {
  private static final JsonMapper JSON = new JsonMapper();

  /// Seconds; the gateway's limit is a little more.
  private static final int LONG = 30;

  private final String conference;
  private final Door door;

  /// Somebody in a new conference that every service has heard of.
  public static Witness arrived(SeparateProcesses platform, String name) {
    var witness = new Witness(new Walkers(platform.address(), platform.password()), name);
    var first =
        witness.changedBy(
            witness.post("registration", "/delegations", "[{\"code\":\"GX\",\"name\":\"广西\"}]"));
    var change = witness.change(first, LONG);
    if (!change.path("state").asString().equals("settled")) {
      throw new AssertionError("the conference's first change has not settled: " + change);
    }
    return witness;
  }

  Witness(Walkers walkers, String name) {
    conference = walkers.conference(name.toUpperCase(java.util.Locale.ROOT));
    door = walkers.of(name, conference);
  }

  public UUID conference() {
    return UUID.fromString(conference);
  }

  /// @param path within the conference
  public HttpRequest.Builder post(String service, String path, String body) {
    return post(service, path, UUID.randomUUID().toString(), body);
  }

  /// @param key the Idempotency-Key
  public HttpRequest.Builder post(String service, String path, String key, String body) {
    return request(service, path)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", key)
        .POST(BodyPublishers.ofString(body));
  }

  public HttpRequest.Builder upload(String path, String key, byte[] body) {
    return request("registration", path)
        .header("Content-Type", "application/octet-stream")
        .header("Idempotency-Key", key)
        .POST(BodyPublishers.ofByteArray(body));
  }

  /// @return what is there, as soon as whoever is asked answers
  public JsonNode read(String service, String path) {
    return JSON.readTree(door.send(request(service, path).GET()).body());
  }

  /// As somebody patient: while the door says when to come again, it is sent again.
  public HttpResponse<String> send(HttpRequest.Builder request) {
    return door.send(request);
  }

  private HttpRequest.Builder request(String service, String path) {
    return door.request("/api/" + service + "/conferences/" + conference + path);
  }

  /// Sent once: a refusal is an answer, too.
  public HttpResponse<String> sendOnce(HttpRequest.Builder request) {
    return door.sendOnce(request);
  }

  /// @return the change's id
  public String changedBy(HttpRequest.Builder request) {
    var answer = door.send(request);
    return answer
        .headers()
        .firstValue("Huiwu-Change")
        .orElseThrow(
            () -> new AssertionError("no change: " + answer.statusCode() + " " + answer.body()));
  }

  /// @param wait seconds to wait for it to settle
  public JsonNode change(String id, int wait) {
    var question = request("notification", "/changes/" + id + "?wait=" + wait).GET();
    return JSON.readTree(door.send(question).body());
  }

  /// Who has not taken it in.
  public static Set<String> waitingFor(JsonNode change) {
    Set<String> consumers = new TreeSet<>();
    change
        .path("waitingFor")
        .forEach(w -> consumers.add(w.path("consumer").asString("not come in")));
    return consumers;
  }
}
