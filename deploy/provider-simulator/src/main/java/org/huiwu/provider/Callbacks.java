package org.huiwu.provider;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Tells the sender of deliveries and of texts that came in. An event that is not taken with 2xx is
/// told again, signed anew, with the same id.
final class Callbacks {
  private static final int ATTEMPTS = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long LONGEST_WAIT_MILLIS = 2_000;
  private static final int OK = 200;
  private static final int REDIRECT = 300;

  private final JsonMapper json = JsonMapper.builder().build();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final Map<String, Supplier<String>> headers = new ConcurrentHashMap<>();
  private final AtomicInteger taken = new AtomicInteger();
  private final SharedKey key;
  private final ScheduledExecutorService timer;
  private final Clock clock;
  private volatile @Nullable URI base;

  Callbacks(SharedKey key, ScheduledExecutorService timer, Clock clock) {
    this.key = key;
    this.timer = timer;
    this.clock = clock;
  }

  void to(URI newBase) {
    base = newBase;
  }

  void header(String name, Supplier<String> value) {
    headers.put(name, value);
  }

  /// How many events were taken, doubles included.
  int taken() {
    return taken.get();
  }

  /// @param what `receipts` or `inbound`
  void tell(String what, Map<String, Object> event) {
    tell(what, json.writeValueAsBytes(event), 1);
  }

  private void tell(String what, byte[] body, int attempt) {
    Optional.ofNullable(base)
        .ifPresent(at -> {
          try {
            if (post(URI.create(at + "/" + what), body)) {
              taken.incrementAndGet();
              return;
            }
          } catch (IOException e) {
            // nobody there: as a refusal
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
          }
          if (attempt < ATTEMPTS) {
            later(
                () -> tell(what, body, attempt + 1),
                Math.min(50L << Math.min(attempt, 10), LONGEST_WAIT_MILLIS));
          }
        });
  }

  private boolean post(URI uri, byte[] body) throws IOException, InterruptedException {
    var seconds = Long.toString(clock.instant().getEpochSecond());
    var request =
        HttpRequest.newBuilder(uri)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Provider-Key", key.id())
            .header("Provider-Timestamp", seconds)
            .header("Provider-Signature", key.sign(seconds, body))
            .POST(BodyPublishers.ofByteArray(body));
    headers.forEach((name, value) -> request.header(name, value.get()));
    var status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
    return status >= OK && status < REDIRECT;
  }

  void later(Runnable work, long millis) {
    try {
      timer.schedule(() -> Thread.ofVirtual().start(work), millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // closed: what was under way is not told any more
    }
  }

  void close() {
    http.shutdownNow();
  }
}
