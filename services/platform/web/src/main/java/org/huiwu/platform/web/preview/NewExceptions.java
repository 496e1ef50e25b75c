package org.huiwu.platform.web.preview;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.platform.web.access.KnownConferences;
import org.springframework.beans.factory.ObjectProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which exceptions are there after something that were not there before, and which have not got
/// better by it.
final class NewExceptions {
  private final ObjectProvider<DeskExceptions> desk;
  private final ObjectProvider<KnownConferences> conferences;
  private final JsonMapper json;

  /// @param identity kind and ids: what makes it the same one
  record Listed(List<JsonNode> identity, long extent, JsonNode exception) {}

  NewExceptions(
      ObjectProvider<DeskExceptions> desk,
      ObjectProvider<KnownConferences> conferences,
      JsonMapper json) {
    this.desk = desk;
    this.conferences = conferences;
    this.json = json;
  }

  /// Those of now, to be given to [#since].
  List<Listed> now(UUID conference) {
    var known =
        Optional.ofNullable(conferences.getIfAvailable())
            .map(c -> c.knows(conference))
            .orElse(true);
    return known
        ? desk.stream().flatMap(d -> d.all(conference).stream().map(e -> listed(d, e))).toList()
        : List.of();
  }

  private Listed listed(DeskExceptions of, Object exception) {
    JsonNode told = json.valueToTree(exception);
    return new Listed(
        of.identity(told).stream().<JsonNode>map(told::path).toList(), of.extent(told), told);
  }

  List<ExceptionAhead> since(List<Listed> before, UUID conference) {
    return between(before, now(conference));
  }

  static List<ExceptionAhead> between(List<Listed> before, List<Listed> after) {
    Map<List<JsonNode>, Deque<Listed>> known = new HashMap<>();
    for (var one : before) {
      known.computeIfAbsent(one.identity(), _ -> new ArrayDeque<>()).add(one);
    }
    List<Listed> differ = new ArrayList<>();
    for (var one : after) {
      var same = known.get(one.identity());
      if (same == null || !same.remove(one)) {
        differ.add(one);
      }
    }
    List<ExceptionAhead> told = new ArrayList<>();
    for (var one : differ) {
      var same = known.get(one.identity());
      var was = same == null ? null : same.poll();
      if (was == null) {
        told.add(new ExceptionAhead(one.exception(), null));
      } else if (one.extent() >= was.extent()) {
        told.add(new ExceptionAhead(one.exception(), was.exception()));
      }
    }
    return told;
  }
}
