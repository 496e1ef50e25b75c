package org.huiwu.notification.manifest;

import static org.huiwu.notification.manifest.ManifestVersions.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huiwu.notification.manifest.Netting.Net;
import org.jspecify.annotations.Nullable;

/// The lines of one batch of deltas, ready to be stored: those that are published already apart
/// from those that nobody knew.
final class LineBatch {

  /// One line as it is now, its fields as JSON.
  ///
  /// @param revised whether the version revises it; else only its sequence is new
  /// @param before as it was; null where it was not there
  record Row(
      String manifest,
      String line,
      long seq,
      @Nullable String content,
      boolean revised,
      long version,
      @Nullable String before) {}

  private final List<Row> fresh = new ArrayList<>();
  private final List<Row> known = new ArrayList<>();

  /// @param had the lines among them that are published already, struck out or not
  static LineBatch of(String manifest, long version, Set<String> had, Net net) {
    var batch = new LineBatch();
    net.lines()
        .forEach((key, line) -> {
          var change = net.difference().lines().get(key);
          var before = change == null ? null : text(change.before());
          (had.contains(key) ? batch.known : batch.fresh)
              .add(
                  new Row(
                      manifest,
                      key,
                      line.seq(),
                      text(line.fields()),
                      change != null,
                      version,
                      before));
        });
    return batch;
  }

  void add(LineBatch more) {
    fresh.addAll(more.fresh);
    known.addAll(more.known);
  }

  List<Row> fresh() {
    return fresh;
  }

  List<Row> known() {
    return known;
  }
}
