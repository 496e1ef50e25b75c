package org.huiwu.notification.manifest;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.jspecify.annotations.Nullable;

/// Nets the deltas of one change against what is published: pure, so that no version is ever a
/// phantom.
///
/// Each line and the header carry the owner's sequence of the delta that set them. Where another
/// change's later state of a line is published already, this change's older one is passed over.
public final class Netting {

  /// @param fields null where the line is struck out
  public record PublishedLine(long seq, @Nullable SortedMap<String, String> fields) {}

  /// @param header null where there is none
  public record Published(
      @Nullable SortedMap<String, String> header,
      long headerSeq,
      Map<String, PublishedLine> lines) {}

  /// @param lines every line to store with its new sequence, also where the fields are as before
  /// @param difference what a reader sees change; empty means no new version
  public record Net(
      @Nullable SortedMap<String, String> header,
      long headerSeq,
      Map<String, PublishedLine> lines,
      Difference difference) {

    public boolean revises() {
      return !difference.header().none() || !difference.lines().isEmpty();
    }
  }

  private record Last(long seq, @Nullable Map<String, String> fields) {}

  private Netting() {}

  /// The lines that the deltas of one manifest touch.
  static List<String> touched(List<ManifestDelta> deltas) {
    return deltas.stream().flatMap(d -> d.lines().keySet().stream()).distinct().toList();
  }

  /// @param deltas of one manifest and one change, in any order
  public static Net net(List<ManifestDelta> deltas, Published published) {
    Map<String, Last> lines = new LinkedHashMap<>();
    @Nullable Last header = null;
    for (var delta : deltas) {
      if ((delta.header() != null || delta.closed())
          && (header == null || header.seq() < delta.seq())) {
        header = new Last(delta.seq(), delta.header());
      }
      delta
          .lines()
          .forEach((key, fields) ->
              lines.merge(
                  key, new Last(delta.seq(), fields), (a, b) -> a.seq() >= b.seq() ? a : b));
    }
    return net(header, lines, published);
  }

  private static Net net(@Nullable Last header, Map<String, Last> lines, Published published) {
    var newHeader = published.header();
    var headerSeq = published.headerSeq();
    if (header != null && header.seq() > headerSeq) {
      newHeader = header.fields() == null ? null : new TreeMap<>(header.fields());
      headerSeq = header.seq();
    }
    Map<String, PublishedLine> stored = new HashMap<>();
    SortedMap<String, LineChange> changed = new TreeMap<>();
    lines.forEach((key, last) -> {
      var was = published.lines().get(key);
      if (was == null || was.seq() < last.seq()) {
        SortedMap<String, String> fields =
            last.fields() == null ? null : new TreeMap<>(last.fields());
        stored.put(key, new PublishedLine(last.seq(), fields));
        var before = was == null ? null : was.fields();
        if (!Objects.equals(before, fields)) {
          changed.put(key, new LineChange(before, fields));
        }
      }
    });
    return new Net(
        newHeader,
        headerSeq,
        stored,
        new Difference(new LineChange(published.header(), newHeader), changed));
  }
}
