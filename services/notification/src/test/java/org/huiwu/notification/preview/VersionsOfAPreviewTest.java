package org.huiwu.notification.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.Owner;
import org.huiwu.notification.escalation.Escalated;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.huiwu.platform.messaging.Changeset.Part;
import org.huiwu.platform.messaging.Hypotheses;
import org.huiwu.platform.messaging.Hypotheses.Limits;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.platform.messaging.StateJson;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.platform.web.preview.Impact.Revision;
import org.huiwu.platform.web.preview.Impact.UnderWay;
import org.huiwu.platform.web.preview.VersionsAhead;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Until when what a preview foresees can be acted upon, and what it does not know.
class VersionsOfAPreviewTest extends Escalated {
  private static final Limits LIMITS =
      new Limits(Duration.ofSeconds(2), Duration.ofSeconds(5), 1_000);

  @Autowired private Hypotheses hypotheses;
  @Autowired private VersionsAhead versions;

  private List<Revision> foreseen(Changeset... changesets) {
    return hypotheses.test(conference, LIMITS, _ -> versions.of(conference, List.of(changesets)));
  }

  private Changeset change(String service, List<AggregateState> states, ManifestDelta... deltas) {
    var root = UUID.randomUUID();
    return new Changeset(
        root,
        conference,
        1,
        service,
        root,
        null,
        Part.WHOLE,
        new Origin("change-something", "clerk", "duty", null, Instant.EPOCH),
        states,
        List.of(deltas),
        List.of(),
        List.of());
  }

  private Owner kitchen() {
    contact("KIT", "kitchen");
    live.meal("M1", "KIT", "2026-06-09T10:00");
    return listed("meal:M1");
  }

  @Test
  void a_cut_off_that_has_passed_is_told_as_late() {
    var meal = kitchen();
    itIs("2026-06-09T10:01");
    assertThat(foreseen(change("catering", List.of(), meal.line("p2", "name", "李四"))))
        .singleElement()
        .satisfies(r -> {
          assertThat(r.due()).isEqualTo(LocalDateTime.parse("2026-06-09T10:00"));
          assertThat(r.late()).isTrue();
          assertThat(r.version()).isEqualTo(2);
          assertThat(r.recipients()).containsExactly("KIT");
        });
    itIs("2026-06-09T09:00");
    var again = listed("meal:M2");
    assertThat(foreseen(change("catering", List.of(), again.line("p2", "name", "李四"))))
        .singleElement()
        .satisfies(r -> assertThat(r.late()).isFalse());
  }

  @Test
  void a_deadline_is_the_one_that_the_change_itself_brings() {
    var meal = kitchen();
    itIs("2026-06-09T09:00");
    var retimed =
        new AggregateState(
            "catering.meal",
            "M1",
            1_000,
            "meal-changed",
            StateJson.of(
                WireJson.mapper()
                    .readTree(
                        """
                        {"code": "M1", "starts": "2026-06-09T08:30", "cutoff": "2026-06-09T08:30", "kitchen": "K1",
                         "scope": "", "contact": "KIT", "cancelled": false}\
                        """)));
    assertThat(
            foreseen(
                change("catering", List.of(retimed), meal.header("starts", "2026-06-09T08:30"))))
        .singleElement()
        .satisfies(r -> {
          assertThat(r.due()).isEqualTo(LocalDateTime.parse("2026-06-09T08:30"));
          assertThat(r.late()).isTrue();
        });
    assertThat(
            jdbc.queryForObject(
                "select due from manifest_fact where conference = ? and manifest = 'meal:M1'",
                LocalDateTime.class,
                conference))
        .isEqualTo(LocalDateTime.parse("2026-06-09T10:00"));
  }

  @Test
  void what_has_not_settled_yet_is_counted() {
    assertThat(versions.underWay(conference)).isEqualTo(new UnderWay(0, 0));
    var story = story();
    say(story.begins("registration", List.of("catering")));
    change(story.root(), 1);
    assertThat(versions.underWay(conference)).isEqualTo(new UnderWay(1, 0));
  }

  @Test
  void a_command_that_tells_somebody_is_not_previewed_as_if_it_touched_nothing() {
    var answer = desk.preview("/live", "");
    assertThat(answer.code()).isEqualTo("preview-impossible");
    assertThat(jdbc.queryForList("select 1 from conference_phase where conference = ?", conference))
        .isEmpty();
  }
}
