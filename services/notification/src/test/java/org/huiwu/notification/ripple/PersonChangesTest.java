package org.huiwu.notification.ripple;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.huiwu.notification.RippleConversation;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.huiwu.platform.messaging.Changeset.Part;
import org.huiwu.platform.messaging.Changeset.Receipt;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.platform.messaging.StateJson;
import org.huiwu.platform.messaging.WireJson;
import org.junit.jupiter.api.Test;

/// The history of one person.
class PersonChangesTest extends RippleConversation {

  @Test
  void a_persons_history_is_what_the_desks_said_of_them_latest_first() {
    var diet = said("catering", "catering.diet", "change-diet", "p1");
    var both = said("excursion", "excursion.membership", "switch-route", "p1", "p2");
    var other = said("catering", "catering.diet", "change-diet", "p2");
    tellInOrder(diet, both, other);

    assertThat(history("p1")).containsExactly("switch-route", "change-diet");
    assertThat(history("p2")).containsExactly("change-diet", "switch-route");
    assertThat(history("p3")).isEmpty();
    var first = desk.get("/people/p1/changes?limit=1").body().path(0);
    assertThat(first.path("id").asString()).isEqualTo(both.root().toString());
    assertThat(first.path("actor").asString()).isEqualTo("clerk");
    assertThat(first.path("reason").asString()).isEqualTo("改");
    assertThat(desk.get("/people/p1/changes?before=" + first.path("n").asLong()).body()).hasSize(1);
  }

  @Test
  void what_another_service_makes_of_it_is_no_change_of_its_own() {
    var moved = said("excursion", "excursion.route", "cancel-route", "R1");
    var id = UUID.randomUUID();
    var answer =
        new Changeset(
            id,
            conference,
            1,
            "catering",
            moved.root(),
            moved.id(),
            Part.WHOLE,
            null,
            states("catering.diet", "p9"),
            List.of(),
            List.of(),
            List.of(new Receipt(moved.id(), "catering", List.of(id), List.of(), List.of())));
    tellInOrder(moved, answer);

    assertThat(history("p9")).isEmpty();
  }

  private List<String> history(String person) {
    return desk.get("/people/" + person + "/changes").body().findValuesAsString("action");
  }

  private Changeset said(String service, String aggregate, String action, String... ids) {
    var root = UUID.randomUUID();
    return new Changeset(
        root,
        conference,
        1,
        service,
        root,
        null,
        Part.WHOLE,
        new Origin(action, "clerk", "catering", "改", Instant.EPOCH),
        states(aggregate, ids),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<AggregateState> states(String aggregate, String... ids) {
    var state =
        StateJson.of(
            WireJson.mapper()
                .readTree(
                    """
                    {"code": "R1", "name": "百色", "departs": "2026-06-10T08:00", "returns": "2026-06-10T18:00", "cancelled": true,
                     "diet": "halal", "route": "R1"}\
                    """));
    return Stream.of(ids)
        .map(id -> new AggregateState(aggregate, id, 1, "something-changed", state))
        .toList();
  }
}
