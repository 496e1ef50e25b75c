package org.huiwu.notification.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// What events of the live stream mean, worked out once however many pages follow: who comes while
/// it is being worked out waits for it.
///
/// @param <T> what an event means; not changed by anybody
public final class ReadOnce<T> {
  private static final int KEPT = 512;
  private static final float LOAD = 0.75f;

  private record Key(UUID conference, long n) {}

  private final Map<Key, CompletableFuture<T>> read =
      new LinkedHashMap<>(64, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CompletableFuture<T>> eldest) {
          return size() > KEPT;
        }
      };

  /// @param meaning asked again next time when it fails
  public T of(UUID conference, StreamEvent event, Supplier<T> meaning) {
    var key = new Key(conference, event.n());
    var fresh = new CompletableFuture<T>();
    CompletableFuture<T> known;
    synchronized (read) {
      known = read.putIfAbsent(key, fresh);
    }
    if (known != null) {
      return result(known);
    }
    try {
      fresh.complete(meaning.get());
    } catch (RuntimeException e) {
      synchronized (read) {
        read.remove(key, fresh);
      }
      fresh.completeExceptionally(e);
    }
    return result(fresh);
  }

  private static <T> T result(CompletableFuture<T> of) {
    try {
      return of.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
