package org.huiwu.notification.sitepage.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huiwu.notification.NotificationProperties;
import org.huiwu.notification.sitelink.SiteSession;
import org.huiwu.notification.sitelink.SiteSessions;
import org.huiwu.notification.sitepage.SiteEvents;
import org.huiwu.notification.stream.ConferenceStream;
import org.huiwu.notification.stream.StreamEvent;
import org.huiwu.platform.web.access.Allowed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// A recipient's live stream: of their own manifests, and of each new version its number. It ends
/// when the recipient's links are revoked or run out.
@RestController
class SiteStreamController implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(SiteStreamController.class);
  private static final MediaType UTF8_TEXT =
      new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
  private static final String CLOSED = "closed";

  private final ConferenceStream stream;
  private final SiteSessions sessions;
  private final SiteEvents events;
  private final Clock clock;
  private final Duration heartbeat;
  private volatile boolean open;

  SiteStreamController(
      ConferenceStream stream,
      SiteSessions sessions,
      SiteEvents events,
      Clock clock,
      NotificationProperties properties) {
    this.stream = stream;
    this.sessions = sessions;
    this.events = events;
    this.clock = clock;
    this.heartbeat = properties.heartbeat();
  }

  @Allowed("visit-site-page")
  @GetMapping(path = "/site/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter follow(
      @CookieValue(name = SiteCookie.NAME, required = false) @Nullable String cookie,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId) {
    var session = sessions.get(cookie);
    var ends = clock.instant().plus(sessions.left(session));
    var emitter = new SseEmitter(0L);
    var gone = new AtomicBoolean();
    emitter.onCompletion(() -> gone.set(true));
    emitter.onError(_ -> gone.set(true));
    var latest = stream.latest(session.conference());
    var from = lastEventId == null ? latest : Math.min(lastEventId, latest);
    Thread.ofVirtual()
        .name("site-stream")
        .start(() -> new Line(session, ends, emitter, gone, from).tell());
    return emitter;
  }

  private final class Line {
    private final SiteSession session;
    private final Instant ends;
    private final SseEmitter emitter;
    private final AtomicBoolean gone;
    private long last;

    Line(SiteSession session, Instant ends, SseEmitter emitter, AtomicBoolean gone, long from) {
      this.session = session;
      this.ends = ends;
      this.emitter = emitter;
      this.gone = gone;
      this.last = from;
    }

    void tell() {
      try {
        // the number that the page is at, so that whoever comes again is told what it missed
        emitter.send(Set.of(text("id:" + last + "\nevent:following\ndata:{}\n\n")));
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
          session.conference(),
          heartbeat,
          () -> !isOpen() || found.addAll(stream.since(session.conference(), after)));
      var said = new StringBuilder();
      var mayGoOn = true;
      for (var event : found) {
        last = event.n();
        for (var told : events.to(session.conference(), session.contact(), event)) {
          said.append(new StreamEvent(event.n(), told.type(), told.data()).serverSent());
          mayGoOn &= !told.type().equals(CLOSED);
        }
      }
      if (!said.isEmpty()) {
        emitter.send(Set.of(text(said.toString())));
      } else if (found.isEmpty()) {
        // not a comment: the page's script hears none, and could not tell silence from a dead line
        emitter.send(Set.of(text("event:alive\ndata:{}\n\n")));
      }
      return mayGoOn;
    }

    private static DataWithMediaType text(String text) {
      return new DataWithMediaType(text, UTF8_TEXT);
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
