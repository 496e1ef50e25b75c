package org.huiwu.venue.session.web;

import java.time.LocalDateTime;
import org.huiwu.venue.session.Session;

/// A session as the venue desk sees it; `version` is what If-Match asks for.
record SessionView(
    String code,
    String title,
    String hall,
    LocalDateTime starts,
    String contact,
    boolean cancelled,
    long version) {

  static SessionView of(Session session) {
    return new SessionView(
        session.code(),
        session.title(),
        session.hall(),
        session.starts(),
        session.contact(),
        session.cancelled(),
        session.version());
  }
}
