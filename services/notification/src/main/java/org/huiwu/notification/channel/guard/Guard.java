package org.huiwu.notification.channel.guard;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.huiwu.notification.channel.ChannelSettings.Guarding;
import org.huiwu.notification.channel.Outcome;
import org.huiwu.notification.channel.Outcome.NotSent;
import org.huiwu.notification.channel.Outcome.Unknown;

/// Stands before one provider: tries again what was surely not sent, asks nothing of a provider in
/// trouble, waits when it says that it is busy, and lets only so many letters wait for it.
public final class Guard {
  private final CircuitBreaker circuit;
  private final Bulkhead bulkhead;
  private final TimeLimiter limit;
  private final Retry retry;
  private final ExecutorService threads;
  private final Clock clock;
  private final AtomicReference<Instant> quietUntil = new AtomicReference<>(Instant.MIN);

  Guard(
      CircuitBreaker circuit,
      Bulkhead bulkhead,
      TimeLimiter limit,
      Guarding settings,
      ExecutorService threads,
      Clock clock) {
    this.circuit = circuit;
    this.bulkhead = bulkhead;
    this.limit = limit;
    this.threads = threads;
    this.clock = clock;
    this.retry = Retry.of(circuit.getName(), retrying(settings));
  }

  private static RetryConfig retrying(Guarding settings) {
    var waits =
        IntervalFunction.ofExponentialRandomBackoff(
            settings.firstWait(), 2, 0.5, settings.longestWait());
    return RetryConfig.<Attempt>custom()
        .maxAttempts(settings.attempts())
        .retryOnResult(a -> a.again() && a.pause().compareTo(settings.longestWait()) <= 0)
        .retryOnException(_ -> false)
        .intervalBiFunction((n, either) ->
            Math.max(waits.apply(n), either.isRight() ? either.get().pause().toMillis() : 0))
        .build();
  }

  /// @param attempt sends once; what it throws is taken for not known
  public Outcome send(Callable<Attempt> attempt) {
    var last = new AtomicReference<Outcome>(new NotSent("interrupted"));
    try {
      return retry
          .executeSupplier(() -> {
            var made = once(attempt);
            last.set(made.outcome());
            return made;
          })
          .outcome();
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        // while it waited for another attempt: the platform is ending
        return Objects.requireNonNull(last.get());
      }
      throw e;
    }
  }

  /// Asks the provider something that changes nothing: once, and empty if it cannot be asked now or
  /// does not answer. That it does not answer speaks against it as it does when a letter is sent.
  ///
  /// @param meaning what an answer says of the provider
  public <T> Optional<T> ask(Callable<Optional<T>> question, Function<T, Attempt> meaning) {
    var answer = new AtomicReference<Optional<T>>(Optional.empty());
    once(() -> {
      var heard = question.call();
      answer.set(heard);
      return heard.map(meaning).orElse(Attempt.troubled(new Unknown("no-answer")));
    });
    return Objects.requireNonNull(answer.get());
  }

  /// Why nothing would be sent just now. Empty: something would be.
  public Optional<NotSent> away() {
    if (clock.instant().isBefore(quietUntil.get())) {
      return Optional.of(new NotSent("provider-busy"));
    }
    if (!circuit.tryAcquirePermission()) {
      return Optional.of(new NotSent("circuit-open"));
    }
    circuit.releasePermission();
    return bulkhead.getMetrics().getAvailableConcurrentCalls() > 0
        ? Optional.empty()
        : Optional.of(new NotSent("provider-crowded"));
  }

  private Attempt once(Callable<Attempt> attempt) {
    if (clock.instant().isBefore(quietUntil.get())) {
      return Attempt.answered(new NotSent("provider-busy"));
    }
    if (!circuit.tryAcquirePermission()) {
      return Attempt.answered(new NotSent("circuit-open"));
    }
    if (!bulkhead.tryAcquirePermission()) {
      circuit.releasePermission();
      return Attempt.answered(new NotSent("provider-crowded"));
    }
    var started = System.nanoTime();
    var made = Attempt.troubled(new Unknown("fault"));
    try {
      made = limit.executeFutureSupplier(() -> threads.submit(attempt));
    } catch (TimeoutException e) {
      made = Attempt.troubled(new Unknown("timeout"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      made = Attempt.answered(new Unknown("interrupted"));
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          String.valueOf(e.getCause() == null ? e : e.getCause().getClass()));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e.getClass().getName());
    } finally {
      bulkhead.onComplete();
      circuit.onResult(System.nanoTime() - started, TimeUnit.NANOSECONDS, made);
    }
    if (made.pause().isPositive()) {
      quietUntil.set(clock.instant().plus(made.pause()));
    }
    return made;
  }

  /// For who looks after the platform: closed, open or half open.
  public String state() {
    return circuit.getState().name();
  }
}
