package org.huiwu.notification.letter;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.huiwu.notification.channel.Channels;
import org.huiwu.notification.channel.Outcome;
import org.huiwu.notification.channel.Outgoing;
import org.huiwu.notification.channel.sms.ProviderEvents;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.letter.Addresses.Address;
import org.huiwu.notification.letter.LaterNews.Underway;
import org.huiwu.notification.letter.Post.Claimed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Sends what is due, four times a second, and asks providers what became of what they took. Every
/// instance does: a letter is claimed by one. A slow provider keeps only its own channel waiting.
@Component
public class LetterClock implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(LetterClock.class);
  private static final long PERIOD_MILLIS = 250;
  private static final int AT_ONCE = 16;
  private static final int LOOKED_UP_AT_ONCE = 50;
  private static final int LOOKS_EVERY = 8;
  private static final int FORGETS_EVERY = 4 * 60 * 60;
  private static final long LAST_WORDS_SECONDS = 3;

  private final Post post;
  private final LaterNews news;
  private final LetterWriting writing;
  private final List<Addresses> addresses;
  private final Channels channels;
  private final ProviderEvents events;
  private final LettersChanged changed;
  private final Map<ChannelKind, Semaphore> free = new EnumMap<>(ChannelKind.class);
  private @Nullable ScheduledExecutorService timer;
  private @Nullable ExecutorService senders;
  private int round;

  LetterClock(
      Post post,
      LaterNews news,
      LetterWriting writing,
      List<Addresses> addresses,
      Channels channels,
      ProviderEvents events,
      LettersChanged changed) {
    this.post = post;
    this.news = news;
    this.writing = writing;
    this.addresses = addresses;
    this.channels = channels;
    this.events = events;
    this.changed = changed;
    for (var kind : ChannelKind.values()) {
      free.put(kind, new Semaphore(AT_ONCE));
    }
  }

  @Override
  public synchronized void start() {
    senders = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("letter-", 0).factory());
    var started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("letter-clock").factory());
    started.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    timer = started;
  }

  /// What was claimed by then still goes out, or waits again.
  @Override
  public void stop() {
    ScheduledExecutorService looking;
    ExecutorService sending;
    synchronized (this) {
      looking = timer;
      timer = null;
    }
    end(looking);
    synchronized (this) {
      sending = senders;
      senders = null;
    }
    end(sending);
  }

  private static void end(@Nullable ExecutorService threads) {
    if (threads == null) {
      return;
    }
    threads.shutdown();
    try {
      if (!threads.awaitTermination(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return timer != null;
  }

  /// One look, as the timer takes it.
  public void look() {
    try {
      post.due().keySet().forEach(this::sendSome);
      if (round % LOOKS_EVERY == 0) {
        news.giveUpInterrupted();
        news.toLookUp(LOOKED_UP_AT_ONCE).forEach(this::lookUp);
        changed.tell();
      }
      if (round % FORGETS_EVERY == 0) {
        events.forgetOld();
      }
      round++;
    } catch (RuntimeException e) {
      if (isRunning()) {
        log.warn("could not send letters", e);
      }
    }
  }

  private void sendSome(ChannelKind channel) {
    var permits = free.getOrDefault(channel, new Semaphore(0));
    var most = permits.drainPermits();
    if (most == 0) {
      return;
    }
    List<Claimed> claimed = List.of();
    try {
      claimed = post.claim(channel, most);
    } finally {
      permits.release(most - claimed.size());
    }
    for (var letter : claimed) {
      run(
          () -> {
            try {
              send(letter);
            } finally {
              permits.release();
            }
          },
          () -> {
            permits.release();
            post.record(letter, new Outcome.NotSent(LetterStates.STOPPING));
          });
    }
  }

  private void lookUp(Underway letter) {
    run(
        () ->
            channels
                .lookUp(letter.conference(), letter.channel(), letter.id(), letter.sendingAt())
                .ifPresentOrElse(
                    said -> news.learn(letter.id(), said),
                    () -> news.lookAgain(letter.id(), letter.sendingAt())),
        () -> {});
  }

  private synchronized void run(Runnable work, Runnable otherwise) {
    if (senders == null) {
      otherwise.run();
    } else {
      senders.execute(work);
    }
  }

  private void send(Claimed letter) {
    Optional<Outgoing> outgoing;
    try {
      var address = address(letter);
      if (address == null) {
        post.record(letter, new Outcome.Refused("no-address"));
        return;
      }
      var away = channels.away(letter.conference(), letter.channel(), address.value());
      if (away.isPresent()) {
        post.record(letter, away.get());
        return;
      }
      outgoing = writing.write(letter, address);
    } catch (RuntimeException e) {
      log.warn("letter {} could not be written: {}", letter.id(), e.getClass().getName());
      log.debug("why", e);
      post.record(letter, new Outcome.NotSent("fault"));
      return;
    }
    if (outgoing.isEmpty()) {
      post.withdraw(letter, "nothing-left-to-say");
      return;
    }
    post.record(
        letter,
        post.leaves(letter)
            ? channels.send(outgoing.get())
            : new Outcome.NotSent("written-too-late"));
  }

  private @Nullable Address address(Claimed letter) {
    return addresses.stream()
        .flatMap(a -> a.of(letter.conference(), letter.contact(), letter.channel()).stream())
        .filter(a -> letter.channel() == ChannelKind.PAGE || !a.value().isBlank())
        .findFirst()
        .orElse(null);
  }
}
