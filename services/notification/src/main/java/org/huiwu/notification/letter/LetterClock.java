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
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.letter.Addresses.Address;
import org.huiwu.notification.letter.Post.Claimed;
import org.huiwu.notification.letter.Post.Underway;
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
  private static final long LAST_WORDS_SECONDS = 3;

  private final Post post;
  private final LetterWriting writing;
  private final List<Addresses> addresses;
  private final Channels channels;
  private final LetterNews news;
  private final Map<ChannelKind, Semaphore> free = new EnumMap<>(ChannelKind.class);
  private @Nullable ScheduledExecutorService timer;
  private @Nullable ExecutorService senders;
  private int round;

  LetterClock(
      Post post,
      LetterWriting writing,
      List<Addresses> addresses,
      Channels channels,
      LetterNews news) {
    this.post = post;
    this.writing = writing;
    this.addresses = addresses;
    this.channels = channels;
    this.news = news;
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

  @Override
  public synchronized void stop() {
    if (timer != null) {
      timer.shutdownNow();
      timer = null;
    }
    if (senders != null) {
      senders.shutdown();
      try {
        if (!senders.awaitTermination(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
          senders.shutdownNow();
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      senders = null;
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
      if (round++ % LOOKS_EVERY == 0) {
        post.giveUpInterrupted();
        post.toLookUp(LOOKED_UP_AT_ONCE).forEach(this::lookUp);
        news.tell();
      }
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
          permits::release);
    }
  }

  private void lookUp(Underway letter) {
    run(
        () ->
            channels
                .lookUp(letter.channel(), letter.id(), letter.sendingAt())
                .ifPresentOrElse(
                    said -> post.learn(letter.id(), said),
                    () -> post.lookAgain(letter.id(), letter.sendingAt())),
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
    post.record(letter, channels.send(outgoing.get()));
  }

  private @Nullable Address address(Claimed letter) {
    return addresses.stream()
        .flatMap(a -> a.of(letter.conference(), letter.contact(), letter.channel()).stream())
        .filter(a -> letter.channel() == ChannelKind.PAGE || !a.value().isBlank())
        .findFirst()
        .orElse(null);
  }
}
