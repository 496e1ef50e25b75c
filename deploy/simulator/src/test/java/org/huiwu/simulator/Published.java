package org.huiwu.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.WireJson;

/// Holds what the services say to what they have said: an aggregate's versions rise, a manifest's
/// numbers follow each other without a gap, a changeset that comes again says the same, and nobody
/// gives two receipts for one changeset.
final class Published {
  private final Map<String, Integer> said = new HashMap<>();
  private final Map<String, Long> versions = new HashMap<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private final Set<String> receipts = new HashSet<>();

  Published copy() {
    var copy = new Published();
    copy.said.putAll(said);
    copy.versions.putAll(versions);
    copy.numbers.putAll(numbers);
    copy.receipts.addAll(receipts);
    return copy;
  }

  void check(ProducerRecord<String, byte[]> record) {
    var id = new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    var content = Arrays.hashCode(record.value());
    var before = said.putIfAbsent(id, content);
    if (before == null) {
      first(WireJson.mapper().readValue(record.value(), Changeset.class));
    } else if (before != content) {
      throw new Violation("changeset " + id + " was said twice and differs");
    }
  }

  private void first(Changeset changeset) {
    for (var state : changeset.states()) {
      var name = state.aggregate() + '/' + state.id();
      var was = versions.getOrDefault(name, 0L);
      follows(versions, name, was, state.version());
    }
    for (var delta : changeset.manifests()) {
      follows(numbers, delta.manifest(), delta.previous(), delta.seq());
    }
    for (var receipt : changeset.receipts()) {
      if (!receipts.add(receipt.changeset() + "/" + receipt.consumer())) {
        throw new Violation(
            "%s has given two receipts for changeset %s"
                .formatted(receipt.consumer(), receipt.changeset()));
      }
    }
  }

  private static void follows(Map<String, Long> all, String name, long previous, long next) {
    var was = all.put(name, next);
    if ((was == null ? 0 : was) != previous || next <= previous) {
      throw new Violation("%s went from %s to %d".formatted(name, was, next));
    }
  }
}
