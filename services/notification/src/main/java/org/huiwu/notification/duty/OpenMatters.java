package org.huiwu.notification.duty;

import java.util.List;
import java.util.UUID;

/// Whoever has something that may be open: each feature tells of its own.
public interface OpenMatters {
  /// What is open now, in any order.
  List<OpenMatter> of(UUID conference);
}
