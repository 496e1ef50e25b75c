package org.huiwu.notification.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.Owner;
import org.huiwu.platform.conversations.Desk;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;

/// A small conference with people in it: two buses of one route, a site, a session, meals, a hotel.
public final class Delegates {
  private static final String PERSON =
      """
      {"delegation": "%s", "name": "李𬭎", "gender": "M", "rank": %d, "title": "", "phone": "%s", "companionOf": %s,
       "attending": %s, "declaredDiet": "normal", "requestedRoute": "", "routeAsHost": false, "substituteFor": null}\
      """;

  private final LiveConference live;
  private final Desk desk;
  public final Owner b1 = new Owner("trip:B1");
  public final Owner b2 = new Owner("trip:B2");
  public final Owner pickup = new Owner("trip:P1");
  public final Owner site = new Owner("site:S1");
  public final Owner session = new Owner("session:V1");
  public final Owner rooming = new Owner("rooming:YL");

  public Delegates(LiveConference live, Desk desk) {
    this.live = live;
    this.desk = desk;
  }

  /// The opening, an excursion with two buses and one stop, a hotel, three meals, contacts.
  public Delegates programme() {
    assertThat(
            desk.create(
                    "/contacts",
                    """
                    [{"code": "BUS1", "role": "liaison", "name": "韦联络", "phone": "19900000031", "email": ""},
                     {"code": "DUTY", "role": "duty", "name": "会务值班室", "phone": "0771-5550100", "email": ""},
                     {"code": "HOTEL", "role": "hotel", "name": "荔园前台", "phone": "0771-5550200", "email": ""}]\
                    """)
                .status())
        .isEqualTo(201);
    live.says(
        "registration",
        "delegation",
        "GD",
        "{\"code\": \"GD\", \"name\": \"广东省代表团\", \"cancelled\": false}");
    live.says(
        "excursion",
        "route",
        "R1",
        """
        {"code": "R1", "name": "青秀山线", "departs": "2026-06-10T08:00", "returns": "2026-06-10T17:30", "cancelled": false}\
        """);
    live.trip("B1", "BUS1", "2026-06-10T08:00");
    live.trip("B2", "BUS1", "2026-06-10T08:30");
    live.stop("S1", "BUS1", "2026-06-10T09:00");
    live.hotel("YL", "HOTEL");
    live.says(
        "transport-dispatch",
        "trip",
        "P1",
        """
        {"code": "P1", "kind": "pickup", "plate": "桂A00007", "seats": 20, "driver": "", "route": "", "departs": null,
         "delegations": [], "from": "NNG", "windowFrom": "2026-06-08T09:00", "windowTo": "2026-06-08T12:00",
         "contact": "BUS1", "cancelled": false}\
        """);
    live.says(
        "venue",
        "session",
        "V1",
        """
        {"code": "V1", "title": "开幕式", "hall": "朱槿厅", "starts": "2026-06-09T09:00", "contact": "", "cancelled": false}\
        """);
    meal("LUNCH", "2026-06-10T12:00", "route:R1");
    meal("BANQUET", "2026-06-09T18:30", "rank:2");
    meal("DINNER", "2026-06-08T18:00", "hotel:YL");
    live.revises(
        b1.says(Map.of("plate", "桂A00001", "departs", "2026-06-10T08:00"), Map.of()),
        b2.says(Map.of("plate", "桂A00002", "departs", "2026-06-10T08:30"), Map.of()),
        pickup.says(Map.of("plate", "桂A00007"), Map.of()),
        site.says(Map.of("arrives", "2026-06-10T09:00", "plates", "桂A00001 桂A00002"), Map.of()),
        session.says(
            Map.of("hall", "朱槿厅", "starts", "2026-06-09T09:00"),
            Map.of("GD", Map.of("seats", "3"))),
        rooming.says(Map.of("hotel", "YL"), Map.of()));
    return this;
  }

  private void meal(String code, String starts, String scope) {
    live.says(
        "catering",
        "meal",
        code,
        """
        {"code": "%s", "starts": "%s", "cutoff": null, "kitchen": "中餐厅", "scope": "%s", "contact": "", "cancelled": false}\
        """
            .formatted(code, starts, scope));
  }

  public void person(String id, String phone) {
    person(id, "GD", 2, phone, true);
  }

  public void person(String id, String delegation, int rank, String phone, boolean attending) {
    live.says(
        "registration",
        "participant",
        id,
        PERSON.formatted(delegation, rank, phone, "null", attending));
  }

  /// With an e-mail address, and a number or none.
  public void mailed(String id, String delegation, String phone, String email) {
    live.says(
        "registration",
        "participant",
        id,
        PERSON
            .formatted(delegation, 2, phone, "null", true)
            .replace("\"substituteFor\"", "\"email\": \"" + email + "\", \"substituteFor\""));
  }

  public void companion(String id, String host) {
    live.says(
        "registration",
        "participant",
        id,
        PERSON.formatted("GD", 4, "19900000077", '"' + host + '"', true));
  }

  public void withdraws(String id) {
    person(id, "GD", 2, "19900000001", false);
  }

  public void journey(String id) {
    live.says(
        "registration",
        "itinerary",
        id,
        """
        {"arrival": {"time": "2026-06-08T10:35", "place": "NNG", "number": "CZ3029"},
         "departure": {"time": "2026-06-12T19:05", "place": "NND", "number": "D3570"}}\
        """);
  }

  /// One more session, with seats for the first delegation.
  public void session(String code, String title, String starts) {
    live.says(
        "venue",
        "session",
        code,
        """
        {"code": "%s", "title": "%s", "hall": "朱槿厅", "starts": "%s", "contact": "", "cancelled": false}\
        """
            .formatted(code, title, starts));
    live.revises(
        new Owner("session:" + code)
            .says(Map.of("hall", "朱槿厅", "starts", starts), Map.of("GD", Map.of("seats", "3"))));
  }

  /// On the first bus, at the site, in the hotel, fetched from the airport.
  public void seated(String... people) {
    List<ManifestDelta> deltas = new ArrayList<>();
    for (var person : people) {
      var who = Map.of("rank", "2", "name", "李𬭎", "delegation", "GD");
      deltas.add(b1.says(Map.of(person, who)));
      deltas.add(
          site.says(
              Map.of(
                  person,
                  Map.of(
                      "bus",
                      "B1",
                      "rank",
                      "2",
                      "diet",
                      "normal",
                      "name",
                      "李𬭎",
                      "delegation",
                      "GD"))));
      deltas.add(
          pickup.says(
              Map.of(
                  person,
                  Map.of(
                      "number",
                      "CZ3029",
                      "time",
                      "2026-06-08T10:35",
                      "name",
                      "李𬭎",
                      "delegation",
                      "GD"))));
      deltas.add(
          rooming.says(
              Map.of(
                  person,
                  Map.of(
                      "from",
                      "2026-06-08",
                      "to",
                      "2026-06-12",
                      "name",
                      "李𬭎",
                      "delegation",
                      "GD",
                      "room",
                      "1808"))));
    }
    live.revises(deltas.toArray(ManifestDelta[]::new));
  }

  /// From the first bus to the second.
  public UUID switches(String person) {
    return live.revises(
        b1.struck(person),
        b2.says(Map.of(person, Map.of("rank", "2", "name", "李𬭎", "delegation", "GD"))));
  }

  public UUID switchesBack(String person) {
    return live.revises(
        b2.struck(person),
        b1.says(Map.of(person, Map.of("rank", "2", "name", "李𬭎", "delegation", "GD"))));
  }

  /// The first bus leaves at another time.
  public void retimesFirst(String departs) {
    live.trip("B1", "BUS1", departs);
    live.revises(b1.says(Map.of("plate", "桂A00001", "departs", departs), Map.of()));
  }
}
