package org.huiwu.notification;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huiwu.platform.manifests.ContentHash;
import org.huiwu.platform.manifests.Manifests.Whole;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.jspecify.annotations.Nullable;

/// The owner of one manifest: keeps the truth of it and says what changes.
public final class Owner {
  private final String manifest;
  private final SortedMap<String, Map<String, String>> lines = new TreeMap<>();
  private @Nullable Map<String, String> header;
  private String hash = ContentHash.EMPTY;
  private long seq;

  public Owner(String manifest) {
    this.manifest = manifest;
  }

  public ManifestDelta header(String name, String value) {
    return says(Map.of(name, value), false, Map.of());
  }

  public ManifestDelta line(String key, String field, String value) {
    return says(null, false, Map.of(key, Map.of(field, value)));
  }

  /// Many lines in one delta, each with the same value.
  public ManifestDelta lines(String prefix, int from, int to, String field, String value) {
    Map<String, @Nullable Map<String, String>> many = new HashMap<>();
    for (int i = from; i < to; i++) {
      many.put(prefix + i, Map.of(field, value));
    }
    return says(null, false, many);
  }

  public ManifestDelta struck(String key) {
    Map<String, @Nullable Map<String, String>> none = new HashMap<>();
    none.put(key, null);
    return says(null, false, none);
  }

  public ManifestDelta closed() {
    Map<String, @Nullable Map<String, String>> none = new HashMap<>();
    lines.keySet().forEach(key -> none.put(key, null));
    return says(null, true, none);
  }

  /// Whole lines.
  public ManifestDelta says(Map<String, Map<String, String>> changed) {
    return says(null, false, new HashMap<>(changed));
  }

  /// A whole header, and whole lines.
  public ManifestDelta says(
      Map<String, String> newHeader, Map<String, Map<String, String>> changed) {
    return says(newHeader, false, new HashMap<>(changed));
  }

  private ManifestDelta says(
      @Nullable Map<String, String> newHeader,
      boolean closed,
      Map<String, @Nullable Map<String, String>> changed) {
    if (newHeader != null || closed) {
      shift("", header, newHeader);
      header = newHeader;
    }
    changed.forEach((key, fields) -> {
      shift(key, lines.get(key), fields);
      if (fields == null) {
        lines.remove(key);
      } else {
        lines.put(key, fields);
      }
    });
    seq++;
    return new ManifestDelta(manifest, seq, seq - 1, hash, newHeader, closed, changed);
  }

  private void shift(
      String key, @Nullable Map<String, String> before, @Nullable Map<String, String> after) {
    if (before != null) {
      hash = ContentHash.minus(hash, key, before);
    }
    if (after != null) {
      hash = ContentHash.plus(hash, key, after);
    }
  }

  public String manifest() {
    return manifest;
  }

  public String hash() {
    return hash;
  }

  public Map<String, Map<String, String>> lines() {
    return Collections.unmodifiableMap(new TreeMap<>(lines));
  }

  public Whole whole() {
    return new Whole(manifest, seq, hash, header, new TreeMap<>(lines));
  }
}
