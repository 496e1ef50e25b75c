package org.huiwu.notification.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.RippleConversation;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.huiwu.platform.messaging.StateJson;
import org.huiwu.platform.messaging.WireJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What is learnt of the things that have manifests.
class ManifestBookTest extends RippleConversation {
  @Autowired private ManifestBook book;

  private LiveConference live = new LiveConference(conference, desk, this::say);

  @BeforeEach
  void a_conference() {
    live = new LiveConference(conference, desk, this::say).facts();
  }

  private ManifestFacts known(String manifest) {
    return book.find(conference, manifest).orElseThrow();
  }

  @Test
  void each_kind_has_its_own_deadline() {
    live.stop("S1", "U", "2026-06-10T09:00");
    live.trip("X1", "L", "2026-06-10T08:00");
    live.meal("M1", "K", "2026-06-09T18:00");
    live.hotel("H1", "H");
    assertThat(known("site:S1").due()).isEqualTo(LocalDateTime.parse("2026-06-10T09:00"));
    assertThat(known("trip:X1").due()).isEqualTo(LocalDateTime.parse("2026-06-10T08:00"));
    assertThat(known("meal:M1").due()).isEqualTo(LocalDateTime.parse("2026-06-09T18:00"));
    assertThat(known("rooming:H1").due()).as("the first night says it").isNull();
    assertThat(known("site:S1").contact()).isEqualTo("U");
    assertThat(known("trip:X1").title()).isEqualTo("桂A00001");
  }

  @Test
  void who_names_nobody_has_named_nobody() {
    live.hotel("H1", " ");
    assertThat(known("rooming:H1").contact()).isNull();
  }

  @Test
  void the_owner_names_somebody_else_and_what_is_older_changes_nothing() {
    live.hotel("H1", "OLD");
    live.hotel("H1", "NEW");
    assertThat(known("rooming:H1").contact()).isEqualTo("NEW");
    assertThat(told("H1", 1)).as("heard again").isEqualTo("NEW");
  }

  private String told(String hotel, long version) {
    var late = story();
    var begun = late.begins("accommodation", List.of());
    var state =
        new AggregateState(
            "accommodation.hotel",
            hotel,
            version,
            "hotel-changed",
            StateJson.of(
                WireJson.mapper()
                    .readTree(
                        "{\"code\": \"%s\", \"name\": \"宾馆\", \"contact\": \"OLD\", \"cancelled\": false}"
                            .formatted(hotel))));
    say(
        new org.huiwu.platform.messaging.Changeset(
            begun.id(),
            conference,
            begun.incarnation(),
            begun.service(),
            begun.root(),
            null,
            begun.part(),
            begun.origin(),
            List.of(state),
            List.of(),
            List.of(),
            List.of()));
    settled(late.root());
    return String.valueOf(known("rooming:" + hotel).contact());
  }
}
