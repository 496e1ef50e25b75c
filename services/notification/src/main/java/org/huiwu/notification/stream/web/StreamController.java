package org.huiwu.notification.stream.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.huiwu.notification.NotificationProperties;
import org.huiwu.notification.stream.ConferenceStream;
import org.huiwu.notification.stream.StreamEvent;
import org.huiwu.platform.web.access.Allowed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The live stream as server-sent events. The event id is the number: a page that reconnects says
/// Last-Event-ID (or `since`) and gets what it missed, then what comes.
@RestController
class StreamController implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(StreamController.class);

  private static final MediaType UTF8_TEXT =
      new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

  private final ConferenceStream stream;
  private final Duration heartbeat;
  private volatile boolean open;

  StreamController(ConferenceStream stream, NotificationProperties properties) {
    this.stream = stream;
    this.heartbeat = properties.heartbeat();
  }

  /// @param since the last number that the reader has; without it and without Last-Event-ID: from
  ///   now on
  @Allowed("follow-stream")
  @GetMapping(
      path = "/conferences/{conference}/stream",
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter follow(
      @PathVariable UUID conference,
      @RequestParam(required = false) @Nullable Long since,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId) {
    var emitter = new SseEmitter(0L);
    var gone = new AtomicBoolean();
    emitter.onCompletion(() -> gone.set(true));
    emitter.onError(_ -> gone.set(true));
    var latest = stream.latest(conference);
    var known = lastEventId != null ? lastEventId : since != null ? since : latest;
    // above it: the database is an older one than the reader's, who goes on from there
    var from = Math.min(known, latest);
    Thread.ofVirtual().name("stream").start(() -> tell(conference, from, emitter, gone));
    return emitter;
  }

  private void tell(UUID conference, long from, SseEmitter emitter, AtomicBoolean gone) {
    var last = from;
    try {
      emitter.send(SseEmitter.event().comment("following"));
      while (open && !gone.get()) {
        var after = last;
        List<StreamEvent> events = new ArrayList<>();
        stream.awaitUntil(
            conference,
            heartbeat,
            () -> !open || gone.get() || events.addAll(stream.since(conference, after)));
        if (events.isEmpty()) {
          emitter.send(SseEmitter.event().comment("alive"));
        } else {
          emitter.send(Set.of(new DataWithMediaType(text(events), UTF8_TEXT)));
          last = events.getLast().n();
        }
      }
      emitter.complete();
    } catch (IOException | IllegalStateException e) {
      log.debug("a reader of the stream has gone", e);
    } catch (RuntimeException e) {
      log.warn("the stream broke off; the reader will come again", e);
      emitter.completeWithError(e);
    }
  }

  /// As one: each write wakes the gateway and the page.
  private static String text(List<StreamEvent> events) {
    return events.stream().map(StreamEvent::serverSent).collect(Collectors.joining());
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
