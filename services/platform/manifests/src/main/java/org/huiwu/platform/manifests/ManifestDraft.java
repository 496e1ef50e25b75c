package org.huiwu.platform.manifests;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.jspecify.annotations.Nullable;

/// One manifest while a transaction revises it: what its lines were and what they are to be.
final class ManifestDraft {
  record Before(@Nullable Map<String, String> fields) {}

  private final String manifest;
  private final long seq;
  private final String hash;
  private final @Nullable Map<String, String> header;
  private @Nullable Map<String, String> newHeader;
  private final Map<String, Before> before = new LinkedHashMap<>();
  private final Map<String, @Nullable Map<String, String>> after = new LinkedHashMap<>();

  ManifestDraft(String manifest, long seq, String hash, @Nullable Map<String, String> header) {
    this.manifest = manifest;
    this.seq = seq;
    this.hash = hash;
    this.header = header;
    this.newHeader = header;
  }

  void header(@Nullable Map<String, String> fields) {
    newHeader = fields;
  }

  void line(String line, @Nullable Map<String, String> was, @Nullable Map<String, String> is) {
    before.putIfAbsent(line, new Before(was));
    after.put(line, is);
  }

  @Nullable Map<String, String> newHeader() {
    return newHeader;
  }

  /// The delta, or null when everything came back to what it was.
  @Nullable ManifestDelta delta() {
    Map<String, @Nullable Map<String, String>> lines = new LinkedHashMap<>();
    var sum = new ContentHash.Sum(hash);
    for (var entry : after.entrySet()) {
      var was = Objects.requireNonNull(before.get(entry.getKey())).fields();
      var is = entry.getValue();
      if (!Objects.equals(was, is)) {
        shift(sum, entry.getKey(), was, is);
        lines.put(entry.getKey(), is);
      }
    }
    var headerChanged = !Objects.equals(header, newHeader);
    if (lines.isEmpty() && !headerChanged) {
      return null;
    }
    if (headerChanged) {
      shift(sum, "", header, newHeader);
    }
    return new ManifestDelta(
        manifest,
        seq + 1,
        seq,
        sum.hash(),
        headerChanged ? newHeader : null,
        headerChanged && newHeader == null,
        lines);
  }

  private static void shift(
      ContentHash.Sum sum,
      String line,
      @Nullable Map<String, String> was,
      @Nullable Map<String, String> is) {
    if (was != null) {
      sum.minus(line, was);
    }
    if (is != null) {
      sum.plus(line, is);
    }
  }
}
