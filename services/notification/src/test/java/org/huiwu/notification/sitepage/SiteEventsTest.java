package org.huiwu.notification.sitepage;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiwu.notification.stream.StreamEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What a page that is open hears.
class SiteEventsTest extends SiteConversation {
  @Autowired private SiteEvents events;

  private StreamEvent recipientsChanged() {
    return jdbc.query(
            "select n, type, data from stream_event where conference = ? and type = 'recipients-changed'",
            (row, _) -> new StreamEvent(row.getLong(1), row.getString(2), row.getString(3)),
            conference)
        .getFirst();
  }

  @Test
  void who_receives_a_list_no_more_and_who_receives_it_now_are_told_to_look_again() {
    live();
    stop("S1", 2, "U2");
    var event = recipientsChanged();
    assertThat(events.to(conference, "U1", event))
        .extracting(SiteEvents.Told::type)
        .containsExactly("live");
    assertThat(events.to(conference, "U2", event))
        .extracting(SiteEvents.Told::type)
        .containsExactly("live");
    assertThat(events.to(conference, "U3", event)).isEmpty();
  }
}
