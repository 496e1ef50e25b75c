package org.huiwu.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/// What one change does to the manifests: the difference between all of them before and after.
public final class Ripple {

  private Ripple() {}

  /// The rows of `ripple.csv` for one change: seq, manifest, header, added, removed, changed.
  public static List<List<String>> rows(int seq, Manifests before, Manifests after) {
    List<List<String>> rows = new ArrayList<>();
    after
        .byName()
        .forEach((name, now) -> {
          Manifest then = Objects.requireNonNull(before.byName().get(name));
          if (!then.equals(now)) {
            rows.add(row(seq, name, then, now));
          }
        });
    return rows;
  }

  private static List<String> row(int seq, String name, Manifest then, Manifest now) {
    List<String> header =
        now.header().keySet().stream()
            .filter(field -> differs(then.header(), now.header(), field))
            .toList();
    List<String> added =
        now.lines().keySet().stream().filter(key -> !then.lines().containsKey(key)).toList();
    List<String> removed =
        then.lines().keySet().stream().filter(key -> !now.lines().containsKey(key)).toList();
    List<String> changed =
        now.lines().keySet().stream()
            .filter(key -> then.lines().containsKey(key))
            .filter(key -> differs(then.lines(), now.lines(), key))
            .toList();
    return List.of(
        String.valueOf(seq),
        name,
        String.join(" ", header),
        String.join(";", added),
        String.join(";", removed),
        String.join(";", changed));
  }

  private static <V> boolean differs(
      SortedMap<String, V> then, SortedMap<String, V> now, String key) {
    return !Objects.equals(then.get(key), now.get(key));
  }
}
