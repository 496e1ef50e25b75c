package org.huiwu.drills;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiwu.drills.ConferencePackage.Line;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Makes each change of the timeline as its desk would, through the public API.
final class Replay {
  private static final Set<String> ENVELOPE = Set.of("seq", "at", "by", "action");

  private final ConferencePackage files;
  private final Api api;
  private final People people;

  Replay(ConferencePackage files, Api api) {
    this(files, api, Journal.inMemory());
  }

  Replay(ConferencePackage files, Api api, Journal journal) {
    this.files = files;
    this.api = api;
    this.people = new People(api, journal);
  }

  /// @return the change to wait for; empty when the platform says that nothing changed
  Optional<String> make(Line line) {
    if (line.action().equals("import-roster")) {
      only(line, "file");
      return importRoster(line.text("by"), "seq-" + line.seq(), line.text("file"));
    }
    return send(line).change();
  }

  /// With an API that only asks.
  ///
  /// @return what the line would touch
  JsonNode preview(Line line) {
    if (line.action().equals("import-roster")) {
      only(line, "file");
      return upload(line.text("by"), "seq-" + line.seq(), line.text("file"));
    }
    return send(line).body();
  }

  private Api.Answer send(Line line) {
    return switch (line.action()) {
      case "register" -> register(line);
      case "add-companion" -> addCompanion(line);
      case "withdraw" -> withdraw(line);
      case "itinerary" -> itinerary(line);
      case "diet" -> diet(line);
      case "switch-route" -> switchRoute(line);
      case "hold-rooms" -> holdRooms(line);
      case "rehouse" -> rehouse(line);
      case "replace-vehicle" ->
          edit(line, "trip", "transport-dispatch", "/trips/", "PUT", "/vehicle", "plate");
      case "retime-trip" ->
          edit(line, "trip", "transport-dispatch", "/trips/", "PUT", "/departure", "departs");
      case "retime-stop" ->
          edit(line, "stop", "excursion", "/stops/", "PUT", "/arrival", "arrives");
      case "move-session" ->
          edit(line, "session", "venue", "/sessions/", "PATCH", "", "hall", "starts");
      case "roll-call" -> rollCall(line);
      default -> throw line.wrong("unknown action '" + line.action() + "'");
    };
  }

  /// Uploads a roster and waits until it has been read.
  Optional<String> importRoster(String role, String key, String file) {
    var uploaded = upload(role, key, file);
    var id = uploaded.path("id").asString();
    while (uploaded.path("status").asString().equals("reading")) {
      uploaded = api.get("registration", "/rosters/" + id + "?wait=10").body();
    }
    var change = uploaded.path("change");
    return change.isString() ? Optional.of(change.asString()) : Optional.empty();
  }

  JsonNode upload(String role, String key, String file) {
    return api.upload(
            role, key, "registration", "/rosters?name=" + Api.encode(file), files.bytes(file))
        .body();
  }

  private Api.Answer register(Line line) {
    only(line, "person", "details");
    people.forget(line.text("person"));
    return send(line, "registration", "/participants", details(line));
  }

  private Api.Answer addCompanion(Line line) {
    only(line, "person", "details", "companion_of");
    people.forget(line.text("person"));
    var body = details(line);
    body.put("companionOf", people.id(line, line.text("companion_of")));
    return send(line, "registration", "/participants", body);
  }

  private Api.Answer withdraw(Line line) {
    only(line, "person", "reason");
    var id = people.id(line, line.text("person"));
    people.forget(line.text("person"));
    return edit(
        line,
        "registration",
        "/participants/" + id,
        "POST",
        "/participants/" + id + "/withdrawal",
        chosen(line, "reason"));
  }

  private Api.Answer itinerary(Line line) {
    only(line, "person", "leg", "time", "place", "number");
    var leg = line.text("leg");
    if (!leg.equals("arrival") && !leg.equals("departure")) {
      throw line.wrong("unknown leg '" + leg + "'");
    }
    var path = "/participants/" + people.id(line, line.text("person")) + "/itinerary";
    return edit(
        line,
        "registration",
        path,
        "PATCH",
        path,
        Map.of(leg, chosen(line, "time", "place", "number")));
  }

  private Api.Answer diet(Line line) {
    only(line, "person", "diet");
    var path = "/diets/" + people.id(line, line.text("person"));
    return edit(line, "catering", path, "PUT", path, chosen(line, "diet"));
  }

  private Api.Answer switchRoute(Line line) {
    only(line, "person", "route");
    var path = "/memberships/" + people.id(line, line.text("person"));
    return edit(line, "excursion", path, "PUT", path + "/route", chosen(line, "route"));
  }

  private Api.Answer holdRooms(Line line) {
    only(line, "organisation", "hotel", "rooms", "from", "to");
    return send(
        line,
        "accommodation",
        "/holds",
        chosen(line, "organisation", "hotel", "rooms", "from", "to"));
  }

  private Api.Answer rehouse(Line line) {
    only(line, "delegation", "hotel", "from");
    var path = "/lodgings/" + Api.encode(line.text("delegation"));
    return edit(
        line, "accommodation", path, "POST", path + "/rehousings", chosen(line, "hotel", "from"));
  }

  private Api.Answer rollCall(Line line) {
    only(line, "trip", "aboard", "absent", "unexpected");
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("happenedAt", line.text("at"));
    for (var list : List.of("aboard", "absent", "unexpected")) {
      List<String> ids = new ArrayList<>();
      for (var person : line.json().path(list)) {
        ids.add(people.id(line, person.asString()));
      }
      body.put(list, ids);
    }
    return send(
        line,
        "transport-dispatch",
        "/trips/" + Api.encode(line.text("trip")) + "/roll-calls",
        body);
  }

  /// An edit of one thing that the line names by its code.
  private Api.Answer edit(
      Line line,
      String named,
      String service,
      String collection,
      String method,
      String suffix,
      String... fields) {
    List<String> all = new ArrayList<>(List.of(fields));
    all.add(named);
    only(line, all.toArray(String[]::new));
    var path = collection + Api.encode(line.text(named));
    return edit(line, service, path, method, path + suffix, chosen(line, fields));
  }

  private Api.Answer edit(
      Line line, String service, String read, String method, String path, Object body) {
    return guarded(
        line,
        () -> api.edit(line.text("by"), "seq-" + line.seq(), service, read, method, path, body));
  }

  private Api.Answer send(Line line, String service, String path, Object body) {
    return guarded(line, () -> api.post(line.text("by"), "seq-" + line.seq(), service, path, body));
  }

  private static Api.Answer guarded(Line line, java.util.function.Supplier<Api.Answer> work) {
    try {
      return work.get();
    } catch (DrillException e) {
      throw new DrillException("timeline.jsonl, line " + line.number() + ": " + e.getMessage(), e);
    }
  }

  /// The fields that stand in the line; those left out stay as they are on the platform.
  private static Map<String, Object> chosen(Line line, String... fields) {
    Map<String, Object> body = new LinkedHashMap<>();
    for (var field : fields) {
      var value = line.json().path(field);
      if (value.isInt()) {
        body.put(field, value.asInt());
      } else if (value.isString()) {
        body.put(field, value.asString());
      }
    }
    return body;
  }

  private static Map<String, Object> details(Line line) {
    var details = line.json().path("details");
    Map<String, Object> body = new LinkedHashMap<>();
    for (var field : details.propertyNames()) {
      var value = details.path(field);
      switch (field) {
        case "delegation", "name", "title", "phone", "diet", "route" ->
            body.put(field, value.asString());
        case "rank" -> body.put(field, value.asInt());
        case "gender" -> body.put(field, gender(line, value.asString()));
        case "arrive" -> leg(body, "arrival").put("time", orNull(value));
        case "arrive_at" -> leg(body, "arrival").put("place", value.asString());
        case "arrive_no" -> leg(body, "arrival").put("number", value.asString());
        case "depart" -> leg(body, "departure").put("time", orNull(value));
        case "depart_at" -> leg(body, "departure").put("place", value.asString());
        case "depart_no" -> leg(body, "departure").put("number", value.asString());
        default -> throw line.wrong("unknown detail '" + field + "'");
      }
    }
    return body;
  }

  private static @Nullable String orNull(JsonNode value) {
    return value.asString("").isEmpty() ? null : value.asString();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> leg(Map<String, Object> body, String leg) {
    return (Map<String, Object>)
        body.computeIfAbsent(leg, _ -> new LinkedHashMap<String, Object>());
  }

  private static String gender(Line line, String value) {
    return switch (value) {
      case "男", "M" -> "M";
      case "女", "F" -> "F";
      default -> throw line.wrong("unknown gender '" + value + "'");
    };
  }

  private static void only(Line line, String... fields) {
    var known = Set.of(fields);
    for (var field : line.json().propertyNames()) {
      if (!ENVELOPE.contains(field) && !known.contains(field)) {
        throw line.wrong("unknown field '" + field + "' of " + line.action());
      }
    }
  }
}
