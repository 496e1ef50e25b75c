package org.huiwu.platform.web.preview;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huiwu.platform.web.access.KnownConferences;
import org.springframework.beans.factory.ObjectProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which exceptions are there after something that were not there before.
final class NewExceptions {
  private final ObjectProvider<DeskExceptions> desk;
  private final ObjectProvider<KnownConferences> conferences;
  private final JsonMapper json;

  NewExceptions(
      ObjectProvider<DeskExceptions> desk,
      ObjectProvider<KnownConferences> conferences,
      JsonMapper json) {
    this.desk = desk;
    this.conferences = conferences;
    this.json = json;
  }

  /// Those of now, to be given to [#since].
  Set<JsonNode> now(UUID conference) {
    return new HashSet<>(all(conference));
  }

  List<JsonNode> since(Set<JsonNode> before, UUID conference) {
    return all(conference).stream().filter(e -> !before.contains(e)).toList();
  }

  private List<JsonNode> all(UUID conference) {
    var known =
        Optional.ofNullable(conferences.getIfAvailable())
            .map(c -> c.knows(conference))
            .orElse(true);
    return known
        ? desk.stream()
            .flatMap(d -> d.all(conference).stream())
            .<JsonNode>map(json::valueToTree)
            .toList()
        : List.of();
  }
}
