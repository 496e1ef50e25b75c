package org.huiwu.provider;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// What the provider has accepted, in the order in which it came.
final class TextLog {
  private final Map<String, Text> texts = new LinkedHashMap<>();
  private long arrivals;

  /// The number of a text that comes now, whatever becomes of it.
  synchronized long arrives() {
    return ++arrivals;
  }

  /// @return empty when the reference was taken before: then only the request is counted
  synchronized Optional<Text> record(
      long n, String reference, String to, String text, Fault fault, Instant at) {
    if (texts.computeIfPresent(reference, (_, known) -> known.askedAgain()) != null) {
      return Optional.empty();
    }
    var fresh =
        new Text(
            n,
            UUID.randomUUID().toString(),
            reference,
            to,
            text,
            fault,
            1,
            at,
            "accepted",
            0,
            0,
            null);
    texts.put(reference, fresh);
    return Optional.of(fresh);
  }

  synchronized Optional<Text> find(String reference) {
    return Optional.ofNullable(texts.get(reference));
  }

  synchronized Text change(String reference, UnaryOperator<Text> how) {
    var changed = texts.computeIfPresent(reference, (_, known) -> how.apply(known));
    if (changed == null) {
      throw new IllegalStateException("no text " + reference);
    }
    return changed;
  }

  synchronized List<Text> all() {
    return new ArrayList<>(texts.values());
  }
}
