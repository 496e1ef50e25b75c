package org.huiwu.notification.personal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiwu.platform.messaging.WireJson;
import org.springframework.stereotype.Component;

/// Meals, routes and names of delegations, as their owners' last word has them.
@Component
public class Programme {

  /// @param scope for whom: `hotel:<code>`, `rank:<number>` or `route:<code>`
  record PlannedMeal(
      String code, LocalDateTime starts, String kitchen, String scope, boolean cancelled) {}

  record Route(
      String code, String name, LocalDateTime departs, LocalDateTime returns, boolean cancelled) {

    boolean isUnderwayAt(LocalDateTime time) {
      return !time.isBefore(departs) && time.isBefore(returns);
    }
  }

  record Delegation(String name) {}

  private final DelegateTables tables;

  Programme(DelegateTables tables) {
    this.tables = tables;
  }

  List<PlannedMeal> meals(UUID conference) {
    return tables.programme(conference, ProgrammeKind.MEAL).values().stream()
        .map(json -> WireJson.mapper().readValue(json, PlannedMeal.class))
        .filter(m -> !m.cancelled())
        .toList();
  }

  /// By code.
  Map<String, Route> routes(UUID conference) {
    return tables.programme(conference, ProgrammeKind.ROUTE).values().stream()
        .map(json -> WireJson.mapper().readValue(json, Route.class))
        .filter(r -> !r.cancelled())
        .collect(Collectors.toMap(Route::code, Function.identity()));
  }

  /// The names of delegations by code.
  public Map<String, String> delegations(UUID conference) {
    Map<String, String> names = new TreeMap<>();
    tables
        .programme(conference, ProgrammeKind.DELEGATION)
        .forEach((code, json) ->
            names.put(code, WireJson.mapper().readValue(json, Delegation.class).name()));
    return names;
  }

  Optional<String> delegation(UUID conference, String code) {
    return Optional.ofNullable(delegations(conference).get(code));
  }
}
