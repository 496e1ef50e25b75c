package org.huiwu.notification.personal.web;

import java.util.List;
import java.util.UUID;
import org.huiwu.notification.personal.Delegate;
import org.huiwu.notification.personal.DelegateBook;
import org.huiwu.notification.personal.PersonalEvents;
import org.huiwu.notification.personal.PersonalEvents.Told;
import org.huiwu.notification.personal.PersonalSessions;
import org.huiwu.notification.stream.ConferenceStream;
import org.huiwu.notification.stream.PageStreams;
import org.huiwu.notification.stream.StreamEvent;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Says to a delegate's page that something of theirs has changed, and not what: the page asks for
/// itself. It ends when the links are revoked, or the session is over.
@RestController
class PersonalStreamController {
  private final ConferenceStream stream;
  private final PageStreams streams;
  private final PersonalSessions sessions;
  private final DelegateBook delegates;
  private final PersonalEvents events;

  PersonalStreamController(
      ConferenceStream stream,
      PageStreams streams,
      PersonalSessions sessions,
      DelegateBook delegates,
      PersonalEvents events) {
    this.stream = stream;
    this.streams = streams;
    this.sessions = sessions;
    this.delegates = delegates;
    this.events = events;
  }

  @Allowed("visit-personal-page")
  @GetMapping(path = "/site/me/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter follow(
      @CookieValue(name = PersonalCookie.NAME, required = false) @Nullable String cookie,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId) {
    var latest = stream.latest(sessions.get(cookie).conference());
    // looked at again: what is revoked from here on comes after `latest`, and is heard
    var session = sessions.get(cookie);
    var delegate =
        delegates
            .find(session.conference(), session.person())
            .orElseThrow(() -> new Missing("link-not-valid"));
    var from = lastEventId == null ? latest : Math.min(lastEventId, latest);
    return streams.follow(
        new Open(session.conference(), delegate, cookie), sessions.left(session), from);
  }

  /// The session is looked at only when something is to be told, and now and then: most events are
  /// no business of most pages.
  private final class Open implements PageStreams.Page {
    private final UUID conference;
    private final Delegate delegate;
    private final @Nullable String cookie;

    Open(UUID conference, Delegate delegate, @Nullable String cookie) {
      this.conference = conference;
      this.delegate = delegate;
      this.cookie = cookie;
    }

    @Override
    public UUID conference() {
      return conference;
    }

    @Override
    public List<StreamEvent> told(List<StreamEvent> found) {
      var strongest =
          found.stream()
              .map(e -> events.to(conference, delegate.person(), delegate.delegation(), e))
              .max(Told::compareTo)
              .orElse(Told.NOTHING);
      var n = found.getLast().n();
      return switch (strongest) {
        case NOTHING -> List.of();
        case CHANGED -> List.of(said(n, mayStay() ? "changed" : PageStreams.CLOSED));
        case CLOSED -> List.of(said(n, PageStreams.CLOSED));
      };
    }

    private static StreamEvent said(long n, String type) {
      return new StreamEvent(n, type, "{}");
    }

    @Override
    public boolean mayStay() {
      return sessions.find(cookie).isPresent();
    }
  }
}
