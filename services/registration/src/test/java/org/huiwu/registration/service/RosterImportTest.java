package org.huiwu.registration.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.huiwu.platform.conversations.Published;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.junit.jupiter.api.Test;

/// Rosters from upload to people and waiting cells.
class RosterImportTest extends RealServers {

  @Test
  void a_roster_is_one_change_of_its_uploader() {
    var desk = at(newConference("FJ"));

    var answer =
        desk.upload("rosters/FJ.csv", Rosters.file("何子敏,男,司局级,司长,19900000013,", "邓鑫,女,其他,,,家属"));

    assertThat(answer.text("status")).isEqualTo("done");
    assertThat(answer.text("delegation")).isEqualTo("FJ");
    assertThat(answer.body().path("people").asInt()).isEqualTo(2);
    assertThat(answer.body().path("waiting").asInt()).isZero();
    assertThat(answer.change()).hasValue(UUID.fromString(answer.text("change")));
    var changeset = published.change(answer);
    assertThat(Published.origin(changeset).action()).isEqualTo("import-roster");
    assertThat(Published.origin(changeset).actor()).isEqualTo("clerk");
    assertThat(changeset.part()).isEqualTo(Changeset.Part.WHOLE);
    assertThat(changeset.states())
        .extracting(AggregateState::event)
        .containsExactly(
            "participant-registered",
            "itinerary-recorded",
            "companion-added",
            "itinerary-recorded");
    var family = changeset.states().get(2).state().tree();
    assertThat(family.path("companionOf").asString()).isEqualTo(changeset.states().getFirst().id());
    assertThat(family.path("routeAsHost").asBoolean()).isFalse();
    assertThat(desk.get("/rosters/" + answer.text("id")).body()).isEqualTo(answer.body());
    assertThat(desk.get("/rosters").body()).containsExactly(answer.body());
    assertThat(desk.get("/rosters/" + UUID.randomUUID()).code()).isEqualTo("roster-unknown");
  }

  @Test
  void a_file_from_which_nobody_goes_in_is_no_change() {
    var desk = at(newConference("FJ"));

    var nobody = desk.upload("rosters/FJ.csv", Rosters.file("何子敏,?,司局级,司长,19900000013,"));
    assertThat(nobody.text("status")).isEqualTo("done");
    assertThat(nobody.change()).isEmpty();
    assertThat(nobody.body().path("change").isNull()).isTrue();
    assertThat(desk.get("/roster-issues?roster=" + nobody.text("id")).body()).hasSize(1);

    var empty = desk.upload("rosters/FJ.csv", new byte[0]);
    assertThat(empty.text("status")).isEqualTo("refused");
    assertThat(empty.change()).isEmpty();
    var stranger = desk.upload("rosters/ZZ.csv", Rosters.file("何子敏,男,司局级,,,"));
    assertThat(stranger.text("status")).isEqualTo("refused");
    var issue = desk.get("/roster-issues?roster=" + stranger.text("id")).body().path(0);
    assertThat(issue.path("field").asString()).isEqualTo("delegation");
    assertThat(issue.path("value").asString()).isEqualTo("ZZ");
  }

  @Test
  void the_same_key_is_one_upload() {
    var desk = at(newConference("FJ"));
    var key = UUID.randomUUID().toString();
    var roster = Rosters.file("何子敏,男,司局级,司长,19900000013,");

    var first = desk.upload("rosters/FJ.csv", key, roster);
    assertThat(desk.upload("rosters/FJ.csv", key, roster)).isEqualTo(first);
    assertThat(desk.upload("rosters/FJ.csv", key, Rosters.file("林一,男,司局级,,,")).code())
        .isEqualTo("idempotency-key-reused");
    assertThat(desk.get("/rosters").body()).hasSize(1);
    assertThat(at(UUID.randomUUID()).upload("rosters/FJ.csv", roster).code())
        .isEqualTo("conference-unknown");
  }

  @Test
  void two_uploads_at_once_both_end_right() {
    var desk = at(newConference("FJ", "GD"));
    var rows = Rosters.people(60);
    var uploads =
        Stream.of("FJ", "GD", "FJ", "GD")
            .map(d ->
                CompletableFuture.supplyAsync(
                    () -> desk.upload("rosters/" + d + ".csv", Rosters.file(rows))))
            .toList();

    var rosters = uploads.stream().map(u -> Rosters.finished(desk, u.join())).toList();

    assertThat(rosters)
        .extracting(r -> r.body().path("people").asInt())
        .containsExactlyInAnyOrder(60, 60, 0, 0);
    assertThat(rosters)
        .extracting(r -> r.body().path("unchanged").asInt())
        .containsExactlyInAnyOrder(0, 0, 60, 60);
    assertThat(desk.get("/participants").body()).hasSize(120);
  }
}
