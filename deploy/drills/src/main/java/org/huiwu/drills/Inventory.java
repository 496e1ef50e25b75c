package org.huiwu.drills;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.huiwu.drills.Table.Row;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Makes the conference and enters what is known beforehand, each list at its own desk.
final class Inventory {
  private final ConferencePackage files;
  private final Api api;

  Inventory(ConferencePackage files, Api api) {
    this.files = files;
    this.api = api;
  }

  void enter() {
    api.enter(makeConference());
    var delegations = files.table("delegations.csv", "code,name,hotel");
    all("registration", "registration", "/delegations", delegations, Inventory::delegation);
    all(
        "accommodation",
        "accommodation",
        "/hotels",
        files.table("hotels.csv", "code,name,contact"),
        Inventory::texts);
    all(
        "accommodation",
        "accommodation",
        "/rooms",
        files.table("rooms.csv", "hotel,room,type,capacity"),
        Inventory::room);
    all("accommodation", "accommodation", "/lodgings", delegations, Inventory::lodging);
    all(
        "excursion",
        "excursion",
        "/routes",
        files.table("routes.csv", "code,name,departs,returns"),
        Inventory::texts);
    all(
        "excursion",
        "excursion",
        "/stops",
        files.table("stops.csv", "code,route,seq,name,arrives,leaves,contact"),
        Inventory::stop);
    all(
        "transport",
        "transport-dispatch",
        "/trips",
        files.table(
            "trips.csv",
            "code,kind,plate,seats,driver,route,departs,delegations,from,window_from,window_to,contact"),
        Inventory::trip);
    all(
        "catering",
        "catering",
        "/meals",
        files.table("meals.csv", "code,starts,cutoff,kitchen,scope,contact"),
        Inventory::meal);
    all(
        "venue",
        "venue",
        "/sessions",
        files.table("sessions.csv", "code,title,hall,starts,contact"),
        Inventory::texts);
    all(
        "registration",
        "notification",
        "/contacts",
        files.table("contacts.csv", "code,role,name,phone,email"),
        Inventory::texts);
  }

  private String makeConference() {
    JsonNode json = files.conference();
    Map<String, Object> body = new LinkedHashMap<>();
    for (var field : List.of("code", "name", "timezone", "starts", "ends")) {
      if (!json.path(field).isString()) {
        throw new DrillException("conference.json: the field '" + field + "' is missing.");
      }
      body.put(field, json.path(field).asString());
    }
    if (json.path("registration_deadline").isString()) {
      body.put("registrationDeadline", json.path("registration_deadline").asString());
    }
    body.put("rehearsal", true);
    var made = api.createConference("conference", body);
    var id = made.body().path("id").asString();
    api.enter(id);
    made.change().ifPresent(api::settled);
    return id;
  }

  private void all(
      String role,
      String service,
      String path,
      Table table,
      Function<Row, Map<String, Object>> body) {
    List<Map<String, Object>> entries = new ArrayList<>(table.rows().stream().map(body).toList());
    if (!entries.isEmpty()) {
      api.post(role, service + path, service, path, entries).change().ifPresent(api::settled);
    }
  }

  private static Map<String, Object> texts(Row row) {
    Map<String, Object> body = new LinkedHashMap<>();
    row.columns().forEach(c -> body.put(c, row.get(c)));
    return body;
  }

  private static Map<String, Object> delegation(Row row) {
    return Map.of("code", row.get("code"), "name", row.get("name"));
  }

  private static Map<String, Object> lodging(Row row) {
    return Map.of("delegation", row.get("code"), "hotel", row.get("hotel"));
  }

  private static Map<String, Object> room(Row row) {
    var body = texts(row);
    body.put("capacity", row.number("capacity"));
    return body;
  }

  private static Map<String, Object> stop(Row row) {
    var body = texts(row);
    body.put("seq", row.number("seq"));
    return body;
  }

  private static Map<String, Object> meal(Row row) {
    var body = texts(row);
    body.put("cutoff", orNull(row.get("cutoff")));
    return body;
  }

  private static Map<String, Object> trip(Row row) {
    Map<String, Object> body = new LinkedHashMap<>();
    for (var same : List.of("code", "kind", "plate", "driver", "route", "from", "contact")) {
      body.put(same, row.get(same));
    }
    body.put("seats", row.number("seats"));
    body.put("departs", orNull(row.get("departs")));
    body.put("windowFrom", orNull(row.get("window_from")));
    body.put("windowTo", orNull(row.get("window_to")));
    var listed = row.get("delegations");
    body.put("delegations", listed.isEmpty() ? List.of() : List.of(listed.split("\\|")));
    return body;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
