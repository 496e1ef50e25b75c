package org.huiwu.benchmark;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.drills.Door;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes single-person changes through the public API, each different from what is there.
final class Desk {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int FAILED = 300;
  private static final List<String> DIETS = List.of("normal", "halal", "vegetarian");

  /// A change that was accepted.
  ///
  /// @param sent when the request went out ([System#nanoTime])
  record Made(String kind, String change, long sent) {}

  /// A change that only has to be sent.
  record Prepared(String kind, HttpRequest.Builder request) {}

  private final Door door;
  private final long run = System.nanoTime() % 100_000;
  private final String conference;
  private final List<String> people = new ArrayList<>();
  private final List<String> routes = new ArrayList<>();

  /// @param address the platform's
  /// @param administrator who is told of every conference, and makes whoever works here
  Desk(String address, Door administrator) {
    this(address, conference(administrator), administrator);
  }

  /// In the conference of that code.
  static Desk of(String address, Door administrator, String code) {
    for (var conference : body(get(administrator, "/api/registration/conferences"))) {
      if (conference.path("code").asString().equals(code)) {
        return new Desk(address, conference.path("id").asString(), administrator);
      }
    }
    throw new IllegalStateException("there is no conference " + code);
  }

  private Desk(String address, String conference, Door administrator) {
    this.conference = conference;
    this.door =
        ofAllDesks(
            address,
            administrator,
            conference,
            List.of("registration", "catering", "excursion", "transport"));
    body(get(path("registration", "/participants")))
        .forEach(p -> people.add(p.path("id").asString()));
    body(get(path("excursion", "/routes"))).forEach(r -> routes.add(r.path("code").asString()));
  }

  /// The one conference that the sample platform has.
  static String conference(Door administrator) {
    return body(get(administrator, "/api/registration/conferences")).path(0).path("id").asString();
  }

  /// Makes somebody who sits at these desks, in this one conference.
  static Door ofAllDesks(
      String address, Door administrator, String conference, List<String> roles) {
    var account = "benchmark-" + UUID.randomUUID();
    var password = UUID.randomUUID().toString();
    ask(
        administrator,
        "POST",
        "/accounts",
        Map.of("account", account, "name", account, "password", password));
    roles.forEach(role ->
        ask(
            administrator,
            "PUT",
            "/accounts/" + account + "/grants/" + conference + "/" + role,
            Map.of()));
    return Door.signIn(address, account, password);
  }

  private static void ask(Door door, String method, String path, Map<String, String> body) {
    var answer =
        door.send(
            door.request(path)
                .header("Content-Type", "application/json")
                .method(
                    method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    if (answer.statusCode() >= FAILED) {
      throw new IllegalStateException(
          path + " was answered " + answer.statusCode() + ": " + answer.body());
    }
  }

  Door door() {
    return door;
  }

  String conference() {
    return conference;
  }

  /// The `n`th change: diet, route and itinerary in turn, one person after another.
  Made make(int n) {
    return send(prepare(n));
  }

  Made send(Prepared prepared) {
    var sent = System.nanoTime();
    var response = door.send(prepared.request());
    var change = response.headers().firstValue("Huiwu-Change");
    if (response.statusCode() != 200 || change.isEmpty()) {
      throw new IllegalStateException(
          prepared.kind() + " was answered " + response.statusCode() + ": " + response.body());
    }
    return new Made(prepared.kind(), change.get(), sent);
  }

  /// Reads what is there, for a change that differs from it.
  Prepared prepare(int n) {
    var person = people.get(n / 3 % people.size());
    return switch (n % 3) {
      case 0 -> {
        var current = get(path("catering", "/diets/" + person));
        yield edit(
            "diet",
            "catering",
            "PUT",
            path("catering", "/diets/" + person),
            current,
            Map.of("diet", next(DIETS, body(current).path("diet").asString())));
      }
      case 1 -> {
        var current = get(path("excursion", "/memberships/" + person));
        yield edit(
            "switch-route",
            "excursion",
            "PUT",
            path("excursion", "/memberships/" + person + "/route"),
            current,
            Map.of("route", next(routes, body(current).path("route").asString())));
      }
      default -> {
        var itinerary = path("registration", "/participants/" + person + "/itinerary");
        yield edit(
            "itinerary",
            "registration",
            "PATCH",
            itinerary,
            get(itinerary),
            Map.of(
                "arrival",
                Map.of(
                    "time",
                    "2026-06-%02dT%02d:%02d".formatted(8 + n % 2, 7 + n % 11, n % 60),
                    "place",
                    "NNG",
                    "number",
                    "CZ" + (run + n))));
      }
    };
  }

  private static String next(List<String> all, String current) {
    return all.get((all.indexOf(current) + 1) % all.size());
  }

  /// Waits at the door, as somebody does who follows no stream.
  ///
  /// @return when the answer was there ([System#nanoTime])
  long awaitSettled(String change) {
    var view = body(get(path("notification", "/changes/" + change + "?wait=20")));
    if (!view.path("state").asString().startsWith("settled")) {
      throw new IllegalStateException("the change " + change + " has not settled in 20 s");
    }
    return System.nanoTime();
  }

  /// Command received to settled row, by the platform's own clock.
  long storedNanos(String change) {
    var view = body(get(path("notification", "/changes/" + change)));
    var received = Instant.parse(view.path("receivedAt").asString());
    var settled = Instant.parse(view.path("settledAt").asString());
    return java.time.Duration.between(received, settled).toNanos();
  }

  /// When the settled row was written, by the platform's own clock; as [System#nanoTime] says it
  /// here, on the same machine.
  long settledNanoTime(String change) {
    var view = body(get(path("notification", "/changes/" + change)));
    var settled = Instant.parse(view.path("settledAt").asString());
    return System.nanoTime()
        - java.time.Duration.between(settled, java.time.Clock.systemUTC().instant()).toNanos();
  }

  private Prepared edit(
      String kind,
      String role,
      String method,
      String path,
      HttpResponse<String> current,
      Object body) {
    return new Prepared(
        kind,
        door.request(path)
            .header("Huiwu-Role", role)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("Content-Type", "application/json")
            .header("If-Match", current.headers().firstValue("ETag").orElse(""))
            .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private String path(String service, String rest) {
    return "/api/" + service + "/conferences/" + conference + rest;
  }

  private HttpResponse<String> get(String path) {
    return get(door, path);
  }

  private static HttpResponse<String> get(Door door, String path) {
    return door.send(door.request(path));
  }

  private static JsonNode body(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw new IllegalStateException(
          response.uri() + " was answered " + response.statusCode() + ": " + response.body());
    }
    return JSON.readTree(response.body());
  }
}
