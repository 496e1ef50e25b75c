package org.huiwu.notification.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.huiwu.notification.manifest.Netting.Net;
import org.jspecify.annotations.Nullable;

/// The lines of one batch of deltas, ready to be stored: those that are published already apart
/// from those that nobody knew.
final class LineBatch {

  /// One line as it is now.
  ///
  /// @param revised whether the version revises it; else only its sequence is new
  /// @param before as it was; null where it was not there
  record Row(
      String manifest,
      String line,
      long seq,
      @Nullable SortedMap<String, String> content,
      boolean revised,
      long version,
      @Nullable SortedMap<String, String> before) {}

  private final List<Row> fresh = new ArrayList<>();
  private final List<Row> known = new ArrayList<>();

  /// @param had the lines among them that are published already, struck out or not
  void take(String manifest, long version, Set<String> had, Net net) {
    net.lines()
        .forEach((key, line) -> {
          var change = net.difference().lines().get(key);
          var before = change == null ? null : change.before();
          (had.contains(key) ? known : fresh)
              .add(
                  new Row(
                      manifest, key, line.seq(), line.fields(), change != null, version, before));
        });
  }

  List<Row> fresh() {
    return fresh;
  }

  List<Row> known() {
    return known;
  }
}
