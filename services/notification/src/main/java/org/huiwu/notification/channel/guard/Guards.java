package org.huiwu.notification.channel.guard;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.huiwu.notification.channel.ChannelSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// One [Guard] for each provider: `sms`, `email`, `webhook-<host>`.
@Component
public class Guards implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Guards.class);
  private static final int HALF = 50;

  private final Map<String, Guard> guards = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("letter-", 0).factory());
  private final ChannelSettings.Guarding settings;
  private final Clock clock;

  public Guards(ChannelSettings settings, Clock clock) {
    this.settings = settings.guard();
    this.clock = clock;
  }

  /// @param longest for one attempt; that of the first call with this name counts
  public Guard of(String provider, Duration longest) {
    return guards.computeIfAbsent(provider, name -> guard(name, longest));
  }

  private Guard guard(String provider, Duration longest) {
    var circuit =
        CircuitBreaker.of(
            provider,
            CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.circuitCalls())
                .minimumNumberOfCalls(Math.max(1, settings.circuitCalls() / 2))
                .failureRateThreshold(HALF)
                .waitDurationInOpenState(settings.circuitOpen())
                .permittedNumberOfCallsInHalfOpenState(1)
                .recordResult(made -> made instanceof Attempt attempt && attempt.trouble())
                .build());
    circuit
        .getEventPublisher()
        .onStateTransition(
            e -> log.warn("provider {}: circuit {}", provider, e.getStateTransition()));
    var bulkhead =
        Bulkhead.of(
            provider,
            BulkheadConfig.custom()
                .maxConcurrentCalls(settings.atOnce())
                .maxWaitDuration(Duration.ZERO)
                .build());
    var limit =
        TimeLimiter.of(
            provider,
            TimeLimiterConfig.custom().timeoutDuration(longest).cancelRunningFuture(true).build());
    return new Guard(circuit, bulkhead, limit, settings, threads, clock);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
