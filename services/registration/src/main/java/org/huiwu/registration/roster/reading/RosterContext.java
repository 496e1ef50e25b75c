package org.huiwu.registration.roster.reading;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/// What a clerk knows before opening a roster.
///
/// @param zone the conference's, in which its local times are
/// @param year of the conference's start; dates without a year are of this one
/// @param routes names by code
/// @param synonyms the tables, with what this office adds to them
public record RosterContext(ZoneId zone, int year, Map<String, String> routes, Synonyms synonyms) {
  public RosterContext {
    routes = Map.copyOf(routes);
  }

  /// Codes by what a cell may say: the name, with or without 线, or the code. What two routes share
  /// means neither, and is not in the map.
  Map<String, String> codesByWording() {
    Map<String, String> codes = new HashMap<>();
    routes.forEach((code, name) -> codes.merge(Wording.route(name), code, (_, _) -> ""));
    codes.values().removeIf(String::isEmpty);
    routes.keySet().forEach(code -> codes.put(Wording.route(code), code));
    return codes;
  }
}
