package org.huiwu.drills;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Holds the exceptions that a preview told against those that the services list before and after
/// the change. What the change makes bears other ids then, so that those are not looked at.
final class ForeseenExceptions {
  private static final List<String> SERVICES =
      List.of("accommodation", "excursion", "registration", "transport-dispatch");

  /// Of people, holds and roll-calls, and when the platform heard of them.
  private static final Set<String> OTHERS_THEN =
      Set.of("person", "host", "hold", "rollCall", "learntAt");

  /// What says which one it is, and is the same before and after.
  private static final List<String> WHICH =
      List.of("kind", "delegation", "name", "hotel", "organisation", "trip");

  private final Api api;

  ForeseenExceptions(Api api) {
    this.api = api;
  }

  /// What the services list now.
  SortedMap<String, JsonNode> now() {
    SortedMap<String, JsonNode> listed = new TreeMap<>();
    SERVICES.forEach(s -> listed.put(s, api.get(s, "/exceptions").body()));
    return listed;
  }

  /// What came has to be what was told, but that what only got better is not told.
  static List<String> differences(
      JsonNode impact, Map<String, JsonNode> before, Map<String, JsonNode> after) {
    List<String> differences = new ArrayList<>();
    for (var service : SERVICES) {
      List<JsonNode> foreseen = new ArrayList<>();
      impact
          .path("exceptions")
          .forEach(e -> {
            if (e.path("service").asString().equals(service)) {
              foreseen.add(e.path("exception"));
            }
          });
      var told = texts(foreseen);
      var gone = without(list(before, service), texts(list(after, service)));
      var come = without(list(after, service), texts(list(before, service)));
      var comeTexts = texts(come);
      without(foreseen, comeTexts)
          .forEach(
              e -> differences.add(service + ": the preview told and there is not " + text(e)));
      without(come, told).stream()
          .filter(e -> gone.stream().noneMatch(was -> which(was).equals(which(e))))
          .forEach(
              e -> differences.add(service + ": there is and the preview did not tell " + text(e)));
    }
    return differences;
  }

  private static List<JsonNode> list(Map<String, JsonNode> listed, String service) {
    var found = listed.get(service);
    return found == null ? List.of() : found.valueStream().toList();
  }

  /// Those whose text is not among the others; each of the others stands for one.
  private static List<JsonNode> without(List<JsonNode> all, List<String> others) {
    var left = new ArrayList<>(others);
    return all.stream().filter(e -> !left.remove(text(e))).toList();
  }

  private static List<String> texts(List<JsonNode> exceptions) {
    return exceptions.stream().map(ForeseenExceptions::text).toList();
  }

  private static String text(JsonNode exception) {
    SortedMap<String, String> fields = new TreeMap<>();
    for (var name : exception.propertyNames()) {
      if (!OTHERS_THEN.contains(name) && !exception.path(name).isNull()) {
        fields.put(name, exception.path(name).asString());
      }
    }
    return fields.toString();
  }

  private static List<String> which(JsonNode exception) {
    return WHICH.stream().map(field -> exception.path(field).asString("")).toList();
  }
}
