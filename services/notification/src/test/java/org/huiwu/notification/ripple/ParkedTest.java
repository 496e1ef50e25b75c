package org.huiwu.notification.ripple;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.Owner;
import org.huiwu.notification.RippleConversation;
import org.huiwu.notification.Story;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.Parked;
import org.junit.jupiter.api.Test;

/// Something of a change could not be taken in: it settles all the same, and says so until it was.
class ParkedTest extends RippleConversation {
  private static final Parked THING = new Parked("registration.delegation", "GD", "NullPointer");
  private static final List<Parked> NONE = List.of();

  private Story story = new Story(new UUID(0, 0));

  @Test
  void what_is_parked_shows_and_a_newer_state_clears_it() {
    var root = parked();
    var change = settled(root.root());
    assertThat(change.path("state").asString()).isEqualTo("settled-with-parked");
    assertThat(change.path("parked").findValuesAsString("consumer")).containsExactly("venue");
    assertThat(change.path("parked").findValuesAsString("id")).containsExactly("GD");

    var newer = story();
    var next = newer.begins("registration", List.of("venue"));
    tellInOrder(next, newer.reads("venue", next, NONE, List.of(THING)));
    assertThat(state(root.root())).isEqualTo("settled");
    assertThat(change(root.root(), 0).path("parked")).isEmpty();
  }

  @Test
  void a_case_is_told_as_closed_when_the_last_that_was_parked_is_taken_in() {
    var live = new LiveConference(conference, desk, this::say).facts();
    live.contact("SITE", "site");
    live.stop("S1", "SITE", "2026-06-10T09:00");
    live.goesLive();
    story = story();
    var root =
        story.begins("excursion", List.of("venue"), new Owner("site:S1").header("name", "青秀山"));
    tellInOrder(root, story.reads("venue", root, List.of(THING), NONE));
    assertThat(settled(root.root()).path("state").asString()).isEqualTo("settled-with-parked");
    live.acknowledges("SITE", "site:S1", 1);
    assertThat(events("case-closed", root.root())).as("something of it is parked").isZero();

    var newer = story();
    var next = newer.begins("registration", List.of("venue"));
    tellInOrder(next, newer.reads("venue", next, NONE, List.of(THING)));
    assertThat(events("case-closed", root.root())).isEqualTo(1);
  }

  @Test
  void a_retry_reopens_the_change_and_settles_it_again_with_what_came_of_it() {
    var seats = new Owner("session:A");
    var root = parked();
    var retry = story.retries("venue", root, THING, List.of("x"), seats.line("GD", "seats", "3"));
    tellInOrder(retry);
    assertThat(state(root.root())).isEqualTo("open");
    say(List.of(story.reads("x", retry)));
    var settled = settled(root.root());
    assertThat(settled.path("state").asString()).isEqualTo("settled");
    assertThat(settled.path("revised").findValuesAsString("manifest")).containsExactly("session:A");
    assertThat(events("change-settled", root.root())).isEqualTo(2);

    tellInOrder(root, retry);
    assertThat(state(root.root())).isEqualTo("settled");
    assertThat(versions()).containsExactly("session:A@1");
  }

  @Test
  void another_conferences_parked_aggregate_of_the_same_name_stays_parked() {
    var here = parked();
    var elsewhere = new Story(UUID.randomUUID());
    var root = elsewhere.begins("registration", List.of("venue"));
    tellInOrder(root, elsewhere.reads("venue", root, NONE, List.of(THING)));
    assertThat(state(here.root())).isEqualTo("settled-with-parked");
  }

  @Test
  void the_newer_state_may_be_parked_in_turn() {
    var first = parked();
    var newer = story();
    var next = newer.begins("registration", List.of("venue"));
    tellInOrder(next, newer.reads("venue", next, List.of(THING), List.of(THING)));
    assertThat(state(first.root())).isEqualTo("settled");
    assertThat(state(newer.root())).isEqualTo("settled-with-parked");
  }

  @Test
  void a_word_that_comes_again_does_not_clear_what_was_parked_after_it() {
    var first = parked();
    var newer = story();
    var next = newer.begins("registration", List.of("venue"));
    var cleared = newer.reads("venue", next, NONE, List.of(THING));
    tellInOrder(next, cleared);
    var again = parked();
    tellInOrder(cleared);
    assertThat(state(first.root())).isEqualTo("settled");
    assertThat(state(again.root())).isEqualTo("settled-with-parked");
  }

  @Test
  void the_retry_may_be_heard_of_before_the_parking() {
    story = story();
    var root = story.begins("registration", List.of("venue"));
    var retry = story.retries("venue", root, THING, List.of());
    tellInOrder(root, retry, story.reads("venue", root, List.of(THING), NONE));
    assertThat(state(root.root())).isEqualTo("settled");
    assertThat(change(root.root(), 0).path("parked")).isEmpty();
  }

  private Changeset parked() {
    story = story();
    var root = story.begins("registration", List.of("venue"));
    tellInOrder(root, story.reads("venue", root, List.of(THING), NONE));
    return root;
  }
}
