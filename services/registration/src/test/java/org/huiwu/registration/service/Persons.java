package org.huiwu.registration.service;

import org.huiwu.platform.conversations.Desk;
import org.huiwu.platform.messaging.StateJson;
import org.huiwu.platform.messaging.WireJson;
import tools.jackson.databind.JsonNode;

/// Bodies of people for the desk.
final class Persons {

  /// What is published of `delegate("FJ", "何子敏")`.
  static final String OF_A_DELEGATE =
      """
      {"delegation": "FJ", "name": "何子敏", "gender": "M", "rank": 3, "title": "处长",
       "phone": "19900000252", "companionOf": null, "attending": true, "declaredDiet": "halal",
       "requestedRoute": "R1", "routeAsHost": false, "substituteFor": null, "email": ""}\
      """;

  /// The itinerary of every `delegate`.
  static final String BOTH_LEGS =
      """
      {"arrival": {"time": "2026-06-08T19:20", "place": "NND", "number": "G421"},
       "departure": {"time": "2026-06-11T10:35", "place": "NNG", "number": "CA2439"}}\
      """;

  private Persons() {}

  /// A delegate of the rank 3 with both legs and the route R1.
  static String delegate(String delegation, String name) {
    return """
    {"delegation": "%s", "name": "%s", "gender": "M", "rank": 3, "title": "处长",
     "phone": "19900000252", "diet": "halal",
     "arrival": {"time": "2026-06-08T19:20", "place": "NND", "number": "G421"},
     "departure": {"time": "2026-06-11T10:35", "place": "NNG", "number": "CA2439"},
     "route": "R1"}\
    """
        .formatted(delegation, name);
  }

  /// With nothing but what is required.
  static String companion(String host, String name) {
    return "{\"companionOf\": \"%s\", \"name\": \"%s\", \"gender\": \"F\"}".formatted(host, name);
  }

  /// Where somebody is, from the answer that told of them.
  static String path(Desk.Answer person) {
    return "/participants/" + person.text("id");
  }

  static JsonNode json(String text) {
    return WireJson.mapper().readTree(text);
  }

  static StateJson state(String text) {
    return StateJson.of(json(text));
  }
}
