package org.huiwu.notification.sitepage.web;

import java.util.List;
import java.util.UUID;
import org.huiwu.notification.sitelink.SiteSession;
import org.huiwu.notification.sitelink.SiteSessions;
import org.huiwu.notification.sitepage.SiteEvents;
import org.huiwu.notification.stream.ConferenceStream;
import org.huiwu.notification.stream.PageStreams;
import org.huiwu.notification.stream.StreamEvent;
import org.huiwu.platform.web.access.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// A recipient's live stream: of their own manifests, and of each new version its number. It ends
/// when the recipient's links are revoked or run out.
@RestController
class SiteStreamController {
  private final ConferenceStream stream;
  private final PageStreams streams;
  private final SiteSessions sessions;
  private final SiteEvents events;

  SiteStreamController(
      ConferenceStream stream, PageStreams streams, SiteSessions sessions, SiteEvents events) {
    this.stream = stream;
    this.streams = streams;
    this.sessions = sessions;
    this.events = events;
  }

  @Allowed("visit-site-page")
  @GetMapping(path = "/site/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter follow(
      @CookieValue(name = SiteCookie.NAME, required = false) @Nullable String cookie,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId) {
    var latest = stream.latest(sessions.get(cookie).conference());
    // looked at again: what is revoked from here on comes after `latest`, and is heard
    var session = sessions.get(cookie);
    var from = lastEventId == null ? latest : Math.min(lastEventId, latest);
    return streams.follow(new Open(session), sessions.left(session), from);
  }

  private final class Open implements PageStreams.Page {
    private final SiteSession session;

    Open(SiteSession session) {
      this.session = session;
    }

    @Override
    public UUID conference() {
      return session.conference();
    }

    @Override
    public List<StreamEvent> told(List<StreamEvent> found) {
      return found.stream()
          .flatMap(e ->
              events.to(session.conference(), session.contact(), e).stream()
                  .map(told -> new StreamEvent(e.n(), told.type(), told.data())))
          .toList();
    }

    @Override
    public boolean mayStay() {
      return true;
    }
  }
}
