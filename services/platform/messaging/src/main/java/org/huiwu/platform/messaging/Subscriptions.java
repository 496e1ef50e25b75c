package org.huiwu.platform.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Who subscribes to what: `subscriptions.json` of services/contracts, the one place where it is
/// written.
///
/// @param aggregates for each subscriber the aggregates (`owner.kind`) that it listens to
public record Subscriptions(Map<String, Set<String>> aggregates) {
  private static final String FILE = "/org/huiwu/contracts/subscriptions.json";

  static Subscriptions load(JsonMapper json) {
    try (var in = Subscriptions.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(
            FILE + " is not on the class path: services/contracts is missing.");
      }
      return new Subscriptions(
          json.readValue(in, new TypeReference<Map<String, Set<String>>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> subscribersOf(String aggregate) {
    return aggregates.entrySet().stream()
        .filter(e -> e.getValue().contains(aggregate))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  Set<String> of(String subscriber) {
    return aggregates.getOrDefault(subscriber, Set.of());
  }

  /// The services whose changes this subscriber has to read.
  Set<String> ownersReadBy(String subscriber) {
    return of(subscriber).stream()
        .map(a -> a.substring(0, a.indexOf('.')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Every service that anybody may publish as: owners and subscribers together.
  public Set<String> services() {
    Set<String> all = new TreeSet<>(aggregates.keySet());
    aggregates.keySet().forEach(s -> all.addAll(ownersReadBy(s)));
    return all;
  }
}
