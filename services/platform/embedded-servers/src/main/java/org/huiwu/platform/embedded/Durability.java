package org.huiwu.platform.embedded;

/// What an acknowledged write is worth after a power cut.
public enum Durability {
  /// Every commit and every produced record is on disk (fsync) before it is acknowledged. The
  /// default; anything that people rely on runs like this.
  DURABLE,

  /// Nothing is ever synced: survives the end of a process, not that of the machine. For tests
  /// only.
  FAST
}
