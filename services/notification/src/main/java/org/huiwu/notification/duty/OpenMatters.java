package org.huiwu.notification.duty;

import java.util.List;
import java.util.UUID;

/// Whoever has something that may be open: each feature tells of its own.
public interface OpenMatters {
  /// What is open now, in any order; where that is very much, the oldest of it.
  List<OpenMatter> of(UUID conference);

  /// How many are open besides those that [#of] has just listed.
  default long more(UUID conference, int listed) {
    return 0;
  }
}
