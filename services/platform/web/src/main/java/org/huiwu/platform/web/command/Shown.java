package org.huiwu.platform.web.command;

import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.springframework.http.ResponseEntity;

/// How plans of one kind are shown at their door: whole, under the version that an edit of them
/// must name (ADR 0008).
///
/// @param version from 1, one more with each edit
/// @param <P> the plan
/// @param <V> what a reader sees of it
public record Shown<P, V>(Function<P, V> view, ToLongFunction<P> version) {

  /// Plans that are shown as they are.
  public static <P> Shown<P, P> asItIs(ToLongFunction<P> version) {
    return new Shown<>(Function.identity(), version);
  }

  /// The answer to who reads one.
  public ResponseEntity<V> answer(P plan) {
    return ResponseEntity.ok()
        .eTag(Long.toString(version.applyAsLong(plan)))
        .body(view.apply(plan));
  }

  Reply<V> reply(P plan) {
    return Reply.ok(view.apply(plan), version.applyAsLong(plan));
  }
}
