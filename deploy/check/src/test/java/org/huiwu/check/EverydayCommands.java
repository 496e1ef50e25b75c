package org.huiwu.check;

import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// What desks do that no drill does: a substitution, a reinstatement, a correction, one more bus,
/// and cancellations of most things that can be cancelled.
final class EverydayCommands {
  private EverydayCommands() {}

  static void at(Desks desks) {
    var delegates =
        desks
            .list("registration", "/participants")
            .filter(p -> p.path("attending").asBoolean() && p.path("companionOf").isNull())
            .toList();
    Function<Integer, String> person = n -> "/participants/" + text(delegates.get(n), "id");
    desks.edit(
        "POST",
        "registration",
        person.apply(0),
        "/substitution",
        "{\"name\":\"替会人\",\"gender\":\"F\"}");
    desks.edit("POST", "registration", person.apply(1), "/withdrawal", "{}");
    desks.edit("POST", "registration", person.apply(1), "/reinstatement", "{}");
    desks.edit("PATCH", "registration", person.apply(2), "", "{\"rank\":1,\"name\":\"更正名\"}");
    var bus =
        desks
            .list("transport-dispatch", "/trips")
            .filter(t -> text(t, "kind").equals("excursion"))
            .findFirst()
            .orElseThrow();
    desks.add(
        "transport-dispatch",
        "/trips",
        """
        [{"code":"X9Z","kind":"excursion","plate":"桂A99999","seats":40,"driver":"d","route":"%s",
          "departs":"%s","delegations":[],"contact":""}]\
        """
            .formatted(text(bus, "route"), text(bus, "departs")));
    desks.edit("DELETE", "transport-dispatch", "/trips/" + text(bus, "code"), "", "");
    var meal = desks.list("catering", "/meals").findFirst().orElseThrow();
    desks.edit("DELETE", "catering", "/meals/" + text(meal, "code"), "", "");
    var hotel = desks.list("accommodation", "/hotels").findFirst().orElseThrow();
    desks.edit("DELETE", "accommodation", "/hotels/" + text(hotel, "code"), "", "");
    var stop = desks.list("excursion", "/stops").findFirst().orElseThrow();
    desks.edit("DELETE", "excursion", "/stops/" + text(stop, "code"), "", "");
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString();
  }
}
