package org.huiwu.notification.channel;

import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.conference.ConferenceFacts;
import org.springframework.stereotype.Component;

/// As registration has told of the conference.
@Component
class RehearsalsOfTheBook implements Rehearsals {
  private final ConferenceBook book;

  RehearsalsOfTheBook(ConferenceBook book) {
    this.book = book;
  }

  @Override
  public Optional<Boolean> isRehearsal(UUID conference) {
    return book.find(conference).map(ConferenceFacts::rehearsal);
  }
}
