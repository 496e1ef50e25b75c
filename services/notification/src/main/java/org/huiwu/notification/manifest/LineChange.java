package org.huiwu.notification.manifest;

import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// One line before and after: added when `before` is null, struck out when `after` is.
public record LineChange(
    @Nullable SortedMap<String, String> before, @Nullable SortedMap<String, String> after) {

  boolean none() {
    return Objects.equals(before, after);
  }

  /// This change and then a later one of the same line.
  LineChange then(LineChange later) {
    return new LineChange(before, later.after);
  }

  LineChange reversed() {
    return new LineChange(after, before);
  }
}
