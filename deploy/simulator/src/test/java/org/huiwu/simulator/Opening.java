package org.huiwu.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.huiwu.oracle.Inventory;
import org.huiwu.oracle.Inventory.Trip;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.simulator.Doors.Answer;
import org.huiwu.simulator.Doors.Request;
import org.jspecify.annotations.Nullable;

/// Makes the conference and enters what is known beforehand. Nothing goes wrong yet.
final class Opening {
  private final Doors doors;
  private final Desks desks;
  private final String run;
  private final Runnable settle;

  /// @param settle delivers everything
  Opening(Doors doors, Desks desks, String run, Runnable settle) {
    this.doors = doors;
    this.desks = desks;
    this.run = run;
    this.settle = settle;
  }

  void enter(World world) {
    Map<String, Object> conference = new LinkedHashMap<>();
    conference.put("code", world.conference().code());
    conference.put("name", world.conference().name());
    conference.put("timezone", world.conference().zone().getId());
    conference.put("starts", world.conference().starts().toString());
    conference.put("ends", world.conference().ends().toString());
    conference.put("rehearsal", true);
    var made = send(null, Service.REGISTRATION, "administrator", "/conferences", conference);
    desks.enter(UUID.fromString(made.body().path("id").asString()));
    settle.run();
    enter(world.inventory());
    settle.run();
  }

  private void enter(Inventory all) {
    list(
        Service.REGISTRATION,
        "registration",
        "/delegations",
        all.delegations(),
        d -> Map.of("code", d.code(), "name", d.name()));
    list(
        Service.ACCOMMODATION,
        "accommodation",
        "/hotels",
        all.hotels(),
        h -> Map.of("code", h.code(), "name", h.name(), "contact", h.contact()));
    list(
        Service.ACCOMMODATION,
        "accommodation",
        "/rooms",
        all.rooms(),
        r ->
            Map.of(
                "hotel", r.hotel(), "room", r.room(), "type", r.type(), "capacity", r.capacity()));
    settle.run();
    list(
        Service.ACCOMMODATION,
        "accommodation",
        "/lodgings",
        all.delegations(),
        d -> Map.of("delegation", d.code(), "hotel", d.hotel()));
    list(
        Service.EXCURSION,
        "excursion",
        "/routes",
        all.routes(),
        r ->
            Map.of(
                "code",
                r.code(),
                "name",
                r.name(),
                "departs",
                r.departs().toString(),
                "returns",
                r.returns().toString()));
    list(
        Service.EXCURSION,
        "excursion",
        "/stops",
        all.stops(),
        s ->
            Map.of(
                "code",
                s.code(),
                "route",
                s.route(),
                "seq",
                s.seq(),
                "name",
                s.name(),
                "arrives",
                s.arrives().toString(),
                "leaves",
                s.leaves().toString(),
                "contact",
                s.contact()));
    settle.run();
    list(Service.TRANSPORT_DISPATCH, "transport", "/trips", all.trips(), Opening::trip);
    list(
        Service.CATERING,
        "catering",
        "/meals",
        all.meals(),
        m ->
            Map.of(
                "code",
                m.code(),
                "starts",
                m.starts().toString(),
                "cutoff",
                m.cutoff().toString(),
                "kitchen",
                m.kitchen(),
                "scope",
                m.scope(),
                "contact",
                m.contact()));
    list(
        Service.VENUE,
        "venue",
        "/sessions",
        all.sessions(),
        s ->
            Map.of(
                "code",
                s.code(),
                "title",
                s.title(),
                "hall",
                s.hall(),
                "starts",
                s.starts().toString(),
                "contact",
                s.contact()));
  }

  private static Map<String, Object> trip(Trip trip) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("code", trip.code());
    body.put("kind", trip.kind());
    body.put("plate", trip.plate());
    body.put("driver", trip.driver());
    body.put("route", trip.route());
    body.put("from", trip.from());
    body.put("contact", trip.contact());
    body.put("seats", trip.seats());
    body.put("departs", orNull(trip.departs()));
    body.put("windowFrom", orNull(trip.windowFrom()));
    body.put("windowTo", orNull(trip.windowTo()));
    body.put("delegations", trip.delegations());
    return body;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private <T> void list(
      Service service,
      String role,
      String path,
      List<T> entries,
      Function<T, Map<String, Object>> body) {
    List<Map<String, Object>> bodies = new ArrayList<>(entries.stream().map(body).toList());
    send(desks.conference(), service, role, desks.conferencePath(path), bodies);
  }

  private Answer send(
      @Nullable UUID conference, Service service, String role, String path, Object body) {
    var key = run + service + path;
    var text = WireJson.mapper().writeValueAsString(body);
    var answer = doors.send(new Request(service, "POST", path, role, key, "", text), conference);
    if (!answer.accepted()) {
      throw new Violation("%s was answered %s".formatted(path, answer));
    }
    return answer;
  }
}
