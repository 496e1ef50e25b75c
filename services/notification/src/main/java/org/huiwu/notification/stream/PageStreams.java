package org.huiwu.notification.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huiwu.notification.NotificationProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The live streams of pages that are open to who has no account: each is told of its own only, and
/// ends when its page is to close.
@Component
public class PageStreams implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(PageStreams.class);
  private static final MediaType UTF8_TEXT =
      new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

  /// What a page is told when it is to close.
  public static final String CLOSED = "closed";

  /// An open page.
  public interface Page {
    UUID conference();

    /// What the events say to this page, in order; a [#CLOSED] one is the last that it hears.
    ///
    /// @param events at least one
    List<StreamEvent> told(List<StreamEvent> events);

    /// Whether it may stay open, asked when nothing has happened for a while.
    boolean mayStay();
  }

  private final ConferenceStream stream;
  private final Clock clock;
  private final Duration heartbeat;
  private volatile boolean open;

  PageStreams(ConferenceStream stream, Clock clock, NotificationProperties properties) {
    this.stream = stream;
    this.clock = clock;
    this.heartbeat = properties.heartbeat();
  }

  /// @param left how much longer the page is good, on the platform's clock
  /// @param from the event that it has heard last
  public SseEmitter follow(Page page, Duration left, long from) {
    var emitter = new SseEmitter(0L);
    var line = new Line(page, clock.instant().plus(left), emitter, from);
    emitter.onCompletion(() -> line.gone.set(true));
    emitter.onError(_ -> line.gone.set(true));
    Thread.ofVirtual().name("page-stream").start(line::tell);
    return emitter;
  }

  private final class Line {
    private final Page page;
    private final Instant ends;
    private final SseEmitter emitter;
    private final AtomicBoolean gone = new AtomicBoolean();
    private long last;
    private long spokeAt = System.nanoTime();

    Line(Page page, Instant ends, SseEmitter emitter, long from) {
      this.page = page;
      this.ends = ends;
      this.emitter = emitter;
      this.last = from;
    }

    void tell() {
      try {
        // the number that the page is at, so that whoever comes again is told what it missed
        send(new StreamEvent(last, "following", "{}").serverSent());
        var mayGoOn = true;
        while (mayGoOn && isOpen()) {
          mayGoOn = next();
        }
        emitter.complete();
      } catch (IOException | IllegalStateException e) {
        log.debug("a page has gone", e);
      } catch (RuntimeException e) {
        log.warn("a page's stream broke off; the page will come again", e);
        emitter.completeWithError(e);
      }
    }

    private boolean isOpen() {
      return open && !gone.get() && ends.isAfter(clock.instant());
    }

    /// @return whether the page may go on
    private boolean next() throws IOException {
      var after = last;
      List<StreamEvent> found = new ArrayList<>();
      stream.awaitUntil(
          page.conference(),
          Duration.ofNanos(Math.max(0, untilSignOfLife())),
          () -> !isOpen() || found.addAll(stream.since(page.conference(), after)));
      if (!found.isEmpty()) {
        last = found.getLast().n();
        if (!say(page.told(found))) {
          return false;
        }
      }
      return untilSignOfLife() > 0 || stays();
    }

    /// Events that are no business of the page are no sign of life to it.
    private long untilSignOfLife() {
      return heartbeat.toNanos() - (System.nanoTime() - spokeAt);
    }

    /// @return whether the page may go on
    private boolean say(List<StreamEvent> events) throws IOException {
      var said = new StringBuilder();
      for (var told : events) {
        said.append(told.serverSent());
        if (told.type().equals(CLOSED)) {
          send(said.toString());
          return false;
        }
      }
      if (!said.isEmpty()) {
        send(said.toString());
      }
      return true;
    }

    private boolean stays() throws IOException {
      if (isOpen() && !page.mayStay()) {
        send(new StreamEvent(last, CLOSED, "{}").serverSent());
        return false;
      }
      // not a comment: the page's script hears none, and could not tell silence from a dead line
      send("event:alive\ndata:{}\n\n");
      return true;
    }

    private void send(String text) throws IOException {
      emitter.send(Set.of(new DataWithMediaType(text, UTF8_TEXT)));
      spokeAt = System.nanoTime();
    }
  }

  @Override
  public void start() {
    open = true;
  }

  @Override
  public void stop() {
    open = false;
  }

  @Override
  public boolean isRunning() {
    return open;
  }

  /// Streams end before the web server waits for its requests to end.
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
