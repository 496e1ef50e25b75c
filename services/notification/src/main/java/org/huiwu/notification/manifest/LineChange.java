package org.huiwu.notification.manifest;

import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One line before and after: added when `before` is null, struck out when `after` is.
public record LineChange(
    @Nullable SortedMap<String, String> before, @Nullable SortedMap<String, String> after) {

  static LineChange of(@Nullable Map<String, String> before, @Nullable Map<String, String> after) {
    return new LineChange(
        before == null ? null : new TreeMap<>(before), after == null ? null : new TreeMap<>(after));
  }

  boolean none() {
    return Objects.equals(before, after);
  }

  /// This change and then a later one of the same line.
  LineChange then(LineChange later) {
    return new LineChange(before, later.after);
  }
}
