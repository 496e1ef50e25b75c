package org.huiwu.registration.roster.reading;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a text was read as, or why it was not. Exactly one of the two is there.
record Read<T>(@Nullable T value, @Nullable WaitReason reason) {

  static <T> Read<T> as(T value) {
    return new Read<>(value, null);
  }

  static <T> Read<T> not(WaitReason reason) {
    return new Read<>(null, reason);
  }

  static <T> Read<T> orElse(Optional<T> value, WaitReason reason) {
    return value.<Read<T>>map(Read::as).orElseGet(() -> not(reason));
  }
}
