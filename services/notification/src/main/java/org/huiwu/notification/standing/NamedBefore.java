package org.huiwu.notification.standing;

import java.util.List;
import java.util.UUID;
import org.huiwu.notification.audience.Audience;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.contact.ContactListener;
import org.springframework.stereotype.Component;

/// A contact that an owner or a desk had named before there was one of that code: once a conference
/// is live they are told at once, as anybody is who is new.
@Component
class NamedBefore implements ContactListener {
  private final Audience audience;
  private final ConferenceBook conferences;
  private final Telling telling;

  NamedBefore(Audience audience, ConferenceBook conferences, Telling telling) {
    this.audience = audience;
    this.conferences = conferences;
    this.telling = telling;
  }

  @Override
  public void on(UUID conference, List<String> codes) {
    if (conferences.isLive(conference)) {
      telling.reconsider(conference, audience.naming(conference, codes));
    }
  }
}
