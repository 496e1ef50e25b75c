package org.huiwu.notification.ripple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.Owner;
import org.huiwu.notification.RippleConversation;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/// A change that takes long: pages are told, then they get what is known, marked unfinished.
@TestPropertySource(
    properties = {
      "huiwu.notification.provisional-after=50ms",
      "huiwu.notification.cut-unfinished-after=400ms"
    })
class UnfinishedTest extends RippleConversation {

  @Test
  void it_is_provisional_then_cut_unfinished_and_the_rest_comes_when_it_settles() {
    var rooms = new Owner("rooming:H1");
    var story = story();
    var root = story.begins("registration", List.of("accommodation", "venue"));
    var first =
        story.answers("accommodation", root, List.of("catering"), rooms.line("p", "room", "1"));
    say(List.of(root, first));
    await().until(() -> events("change-unfinished", story.root()) == 1);
    assertThat(events("change-provisional", story.root())).isEqualTo(1);
    assertThat(events("change-settled", story.root())).isZero();
    assertThat(versions()).containsExactly("rooming:H1@1");
    var shown = desk.get("/manifests/rooming:H1").body();
    assertThat(shown.path("unfinished").asBoolean()).isTrue();

    var stalled = change(story.root(), 0);
    assertThat(stalled.path("state").asString()).isEqualTo("stalled");
    assertThat(stalled.path("waitingFor").findValuesAsString("consumer"))
        .containsExactlyInAnyOrder("venue", "catering");

    say(
        List.of(
            story.answers("accommodation", first, List.of(), rooms.line("q", "room", "2")),
            story.reads("catering", first),
            story.reads("venue", root)));
    var settled = settled(story.root());
    assertThat(settled.path("revised").findValuesAsString("version")).containsExactly("1", "2");
    assertThat(desk.get("/manifests/rooming:H1").body().path("unfinished").asBoolean()).isFalse();
    assertThat(desk.get("/manifests/rooming:H1/versions").body().findValuesAsString("unfinished"))
        .containsExactly("true", "false");
    assertThat(events("change-unfinished", story.root())).isEqualTo(1);
    assertThat(events("change-settled", story.root())).isEqualTo(1);
  }

  @Test
  void what_was_cut_unfinished_and_had_nothing_to_follow_is_finished_when_it_settles() {
    var story = story();
    var root = story.begins("venue", List.of("x"), new Owner("session:A").header("hall", "1"));
    say(List.of(root));
    await().until(() -> events("change-unfinished", story.root()) == 1);
    say(List.of(story.reads("x", root)));
    settled(story.root());
    assertThat(versions()).containsExactly("session:A@1");
    assertThat(desk.get("/manifests/session:A").body().path("unfinished").asBoolean()).isFalse();
  }

  @Test
  void a_change_of_which_something_comes_now_and_then_is_not_cut() {
    var story = story();
    var root = story.begins("registration", List.of("venue", "x"));
    say(List.of(root));
    jdbc.update(
        "insert into ripple_receipt (root, changeset, consumer, emitted, at) values (?, ?, 'venue', '{}', now() + interval '1 hour')",
        story.root(),
        root.id());
    await().until(() -> events("change-provisional", story.root()) == 1);
    await()
        .during(Duration.ofMillis(800))
        .atMost(Duration.ofSeconds(5))
        .until(() -> state(story.root()).equals("open"));
    assertThat(events("change-unfinished", story.root())).isZero();
    jdbc.update(
        "update ripple_receipt set at = now() - interval '1 hour' where root = ?", story.root());
    await().until(() -> events("change-unfinished", story.root()) == 1);
  }

  @Test
  void a_case_that_everybody_has_acknowledged_before_it_settles_is_told_as_closed_when_it_does() {
    var live = new LiveConference(conference, desk, this::say).facts();
    live.contact("SITE", "site");
    live.stop("S1", "SITE", "2026-06-10T09:00");
    live.goesLive();
    var story = story();
    var root = story.begins("excursion", List.of("x"), new Owner("site:S1").header("name", "青秀山"));
    say(root);
    await().until(() -> events("change-unfinished", story.root()) == 1);
    live.acknowledges("SITE", "site:S1", 1);
    assertThat(events("case-closed", story.root())).as("more may come").isZero();
    say(story.reads("x", root));
    settled(story.root());
    assertThat(events("case-closed", story.root())).isEqualTo(1);
  }

  @Test
  void time_alone_settles_nothing() {
    var story = story();
    say(List.of(story.begins("venue", List.of("x"))));
    await().until(() -> events("change-unfinished", story.root()) == 1);
    await()
        .during(Duration.ofMillis(600))
        .atMost(Duration.ofSeconds(3))
        .until(() -> state(story.root()).equals("stalled"));
  }
}
