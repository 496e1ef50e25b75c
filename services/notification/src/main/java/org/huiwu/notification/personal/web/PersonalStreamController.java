package org.huiwu.notification.personal.web;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huiwu.notification.NotificationProperties;
import org.huiwu.notification.personal.Delegate;
import org.huiwu.notification.personal.DelegateBook;
import org.huiwu.notification.personal.PersonalEvents;
import org.huiwu.notification.personal.PersonalEvents.Told;
import org.huiwu.notification.personal.PersonalSessions;
import org.huiwu.notification.stream.ConferenceStream;
import org.huiwu.notification.stream.StreamEvent;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Says to a delegate's page that something of theirs has changed, and not what: the page asks for
/// itself. It ends when the links are revoked, or the session is over.
@RestController
class PersonalStreamController implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(PersonalStreamController.class);

  private final ConferenceStream stream;
  private final PersonalSessions sessions;
  private final DelegateBook delegates;
  private final PersonalEvents events;
  private final Duration heartbeat;
  private volatile boolean open;

  PersonalStreamController(
      ConferenceStream stream,
      PersonalSessions sessions,
      DelegateBook delegates,
      PersonalEvents events,
      NotificationProperties properties) {
    this.stream = stream;
    this.sessions = sessions;
    this.delegates = delegates;
    this.events = events;
    this.heartbeat = properties.heartbeat();
  }

  @Allowed("visit-personal-page")
  @GetMapping(path = "/site/me/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter follow(
      @CookieValue(name = PersonalCookie.NAME, required = false) @Nullable String cookie,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId) {
    var session = sessions.get(cookie);
    var delegate =
        delegates
            .find(session.conference(), session.person())
            .orElseThrow(() -> new Missing("link-not-valid"));
    var emitter = new SseEmitter(0L);
    var gone = new AtomicBoolean();
    emitter.onCompletion(() -> gone.set(true));
    emitter.onError(_ -> gone.set(true));
    var latest = stream.latest(session.conference());
    var from = lastEventId == null ? latest : Math.min(lastEventId, latest);
    var line = new Line(session.conference(), delegate, cookie, emitter, gone);
    Thread.ofVirtual().name("personal-stream").start(() -> tell(line, from));
    return emitter;
  }

  private record Line(
      java.util.UUID conference,
      Delegate delegate,
      @Nullable String cookie,
      SseEmitter emitter,
      AtomicBoolean gone) {
    @Override
    public String toString() {
      return "Line";
    }
  }

  private void tell(Line line, long from) {
    var last = from;
    try {
      send(line, "following", last);
      var goesOn = true;
      while (goesOn && open && !line.gone.get()) {
        var after = last;
        List<StreamEvent> found = new ArrayList<>();
        stream.awaitUntil(
            line.conference,
            heartbeat,
            () -> !open || line.gone.get() || found.addAll(stream.since(line.conference, after)));
        var told = strongest(line, found);
        last = found.isEmpty() ? last : found.getLast().n();
        if (told == Told.CLOSED || sessions.find(line.cookie).isEmpty()) {
          send(line, "closed", last);
          goesOn = false;
        } else if (told == Told.CHANGED) {
          send(line, "changed", last);
        } else if (found.isEmpty()) {
          line.emitter.send(SseEmitter.event().comment("alive"));
        }
      }
      line.emitter.complete();
    } catch (IOException | IllegalStateException e) {
      log.debug("a page has gone", e);
    } catch (RuntimeException e) {
      log.warn("a page's stream broke off; the page will come again", e);
      line.emitter.completeWithError(e);
    }
  }

  private Told strongest(Line line, List<StreamEvent> found) {
    return found.stream()
        .map(e -> events.to(line.conference, line.delegate.person(), line.delegate.delegation(), e))
        .max(Told::compareTo)
        .orElse(Told.NOTHING);
  }

  private static void send(Line line, String type, long n) throws IOException {
    line.emitter.send(SseEmitter.event().id(Long.toString(n)).name(type).data("{}"));
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
