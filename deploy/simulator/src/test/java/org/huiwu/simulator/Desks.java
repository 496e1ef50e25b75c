package org.huiwu.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.simulator.Doors.Answer;
import org.huiwu.simulator.Doors.Request;
import tools.jackson.databind.JsonNode;

/// Whoever sits at the desks: turns a line of the timeline into the request that its desk would
/// send, having read what it changes.
final class Desks {
  private static final String REGISTRATION = "registration";
  private static final String EXCURSION = "excursion";
  private static final String ACCOMMODATION = "accommodation";

  private final Doors doors;
  private final String run;
  private final Map<String, String> ids = new HashMap<>();
  private UUID conference = new UUID(0, 0);

  /// @param run makes the Idempotency-Keys its own
  Desks(Doors doors, String run) {
    this.doors = doors;
    this.run = run;
  }

  void enter(UUID made) {
    conference = made;
  }

  UUID conference() {
    return conference;
  }

  /// What it takes to send: read now, so that the same request can be sent again after a crash.
  Request prepare(World.Command command) {
    var line = command.line();
    return switch (command.action()) {
      case "register" -> post(command, Service.REGISTRATION, "/participants", details(line));
      case "add-companion" -> {
        var body = details(line);
        body.put("companionOf", id(line, "companion_of"));
        yield post(command, Service.REGISTRATION, "/participants", body);
      }
      case "withdraw" -> {
        var path = "/participants/" + id(line, "person");
        yield edit(
            command, Service.REGISTRATION, path, "POST", "/withdrawal", chosen(line, "reason"));
      }
      case "itinerary" -> {
        var path = "/participants/" + id(line, "person") + "/itinerary";
        var body =
            Map.<String, Object>of(text(line, "leg"), chosen(line, "time", "place", "number"));
        yield edit(command, Service.REGISTRATION, path, "PATCH", "", body);
      }
      case "diet" -> {
        var path = "/diets/" + id(line, "person");
        yield edit(command, Service.CATERING, path, "PUT", "", chosen(line, "diet"));
      }
      case "switch-route" -> {
        var path = "/memberships/" + id(line, "person");
        yield edit(command, Service.EXCURSION, path, "PUT", "/route", chosen(line, "route"));
      }
      case "hold-rooms" ->
          post(
              command,
              Service.ACCOMMODATION,
              "/holds",
              chosen(line, "organisation", "hotel", "rooms", "from", "to"));
      case "rehouse" -> {
        var path = "/lodgings/" + encoded(line, "delegation");
        yield edit(
            command,
            Service.ACCOMMODATION,
            path,
            "POST",
            "/rehousings",
            chosen(line, "hotel", "from"));
      }
      case "replace-vehicle" -> trip(command, "/vehicle", "plate");
      case "retime-trip" -> trip(command, "/departure", "departs");
      case "retime-stop" -> {
        var path = "/stops/" + encoded(line, "stop");
        yield edit(command, Service.EXCURSION, path, "PUT", "/arrival", chosen(line, "arrives"));
      }
      case "move-session" -> {
        var path = "/sessions/" + encoded(line, "session");
        yield edit(command, Service.VENUE, path, "PATCH", "", chosen(line, "hall", "starts"));
      }
      case "roll-call" -> rollCall(command);
      default -> throw new IllegalArgumentException("unknown action " + command.action());
    };
  }

  /// Learns the id of who was registered.
  void answered(World.Command command, Answer answer) {
    if (answer.body().path("id").isString() && command.line().has("details")) {
      ids.put(text(command.line(), "person"), answer.body().path("id").asString());
    }
  }

  private Request trip(World.Command command, String suffix, String field) {
    var path = "/trips/" + encoded(command.line(), "trip");
    return edit(
        command, Service.TRANSPORT_DISPATCH, path, "PUT", suffix, chosen(command.line(), field));
  }

  private Request rollCall(World.Command command) {
    var line = command.line();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("happenedAt", text(line, "at"));
    for (var list : List.of("aboard", "absent", "unexpected")) {
      List<String> named = new ArrayList<>();
      line.path(list).forEach(person -> named.add(id(person.asString())));
      body.put(list, named);
    }
    var path = "/trips/" + encoded(line, "trip") + "/roll-calls";
    return post(command, Service.TRANSPORT_DISPATCH, path, body);
  }

  private Request post(World.Command command, Service service, String path, Object body) {
    return new Request(
        service,
        "POST",
        conferencePath(path),
        text(command.line(), "by"),
        run + command.seq(),
        "",
        WireJson.mapper().writeValueAsString(body));
  }

  /// Reads what is at `path` first, and sends its version.
  private Request edit(
      World.Command command,
      Service service,
      String path,
      String method,
      String suffix,
      Object body) {
    var role = text(command.line(), "by");
    var current = doors.get(service, role, conference, conferencePath(path));
    return new Request(
        service,
        method,
        conferencePath(path + suffix),
        role,
        run + command.seq(),
        current.etag(),
        WireJson.mapper().writeValueAsString(body));
  }

  String conferencePath(String path) {
    return "/conferences/" + conference + path;
  }

  private String id(JsonNode line, String field) {
    return id(text(line, field));
  }

  private String id(String person) {
    var id = ids.get(person);
    if (id == null) {
      throw new IllegalStateException("nobody has registered " + person);
    }
    return id;
  }

  private static String encoded(JsonNode line, String field) {
    return URLEncoder.encode(text(line, field), StandardCharsets.UTF_8);
  }

  private static String text(JsonNode line, String field) {
    return line.required(field).asString();
  }

  private static Map<String, Object> chosen(JsonNode line, String... fields) {
    Map<String, Object> body = new LinkedHashMap<>();
    for (var field : fields) {
      if (line.path(field).isInt()) {
        body.put(field, line.path(field).asInt());
      } else if (line.has(field)) {
        body.put(field, line.path(field).asString());
      }
    }
    return body;
  }

  private static Map<String, Object> details(JsonNode line) {
    Map<String, Object> body = chosen(line.path("details"), "delegation", "name", "rank", "title");
    body.putAll(chosen(line.path("details"), "phone", "diet", "route"));
    body.put("gender", text(line.path("details"), "gender").equals("男") ? "M" : "F");
    leg(line.path("details"), "arrive", "arrival", body);
    leg(line.path("details"), "depart", "departure", body);
    return body;
  }

  private static void leg(JsonNode details, String from, String leg, Map<String, Object> body) {
    if (details.has(from)) {
      body.put(
          leg,
          Map.of(
              "time",
              text(details, from),
              "place",
              text(details, from + "_at"),
              "number",
              text(details, from + "_no")));
    }
  }
}
