package org.huiwu.platform.web.command;

import org.jspecify.annotations.Nullable;

/// What a command answers: the new copy of what it changed and its version (the ETag).
///
/// @param version null where the answer is no single aggregate
public record Reply<T>(int status, T body, @Nullable Long version) {

  public static <T> Reply<T> ok(T body, long version) {
    return new Reply<>(200, body, version);
  }

  public static <T> Reply<T> created(T body, long version) {
    return new Reply<>(201, body, version);
  }

  /// For lists, e.g. a bulk of rooms.
  public static <T> Reply<T> createdAll(T body) {
    return new Reply<>(201, body, null);
  }
}
