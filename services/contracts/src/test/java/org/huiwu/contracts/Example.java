package org.huiwu.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// A golden example: a whole record as a service writes it, made up.
///
/// @param name the event's name on the wire, e.g. `excursion.route-switched.v1`
/// @param json the changeset
/// @param states what the changeset says, in its order
public record Example(String name, String json, List<State> states) {

  /// @param json the aggregate's full state
  public record State(String aggregate, String id, String event, String json) {}

  @Override
  public String toString() {
    return name;
  }

  static Example of(String name, JsonNode changeset) {
    var states =
        changeset
            .get("states")
            .valueStream()
            .map(s ->
                new State(
                    s.get("aggregate").asText(),
                    s.get("id").asText(),
                    s.get("event").asText(),
                    s.get("state").toString()))
            .toList();
    return new Example(name, changeset.toString(), states);
  }
}
