package org.huiwu.notification.ripple;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.RippleConversation;
import org.huiwu.platform.messaging.ChangeLog;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.huiwu.platform.messaging.Changeset.Part;
import org.huiwu.platform.messaging.StateJson;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Readers of the live stream say since which number they want more: a number that was told must
/// not be given again after a crash of the database.
class LastingCommitTest extends RippleConversation {
  @Autowired private RippleLedger ledger;
  @Autowired private ChangeLog changes;

  @Test
  void a_commit_of_which_pages_are_told_lasts_whoever_had_something_to_tell() {
    new LiveConference(conference, desk, this::say).facts().goesLive();
    var root = UUID.randomUUID();
    tellInOrder(part(root, root, List.of()));
    assertThat(state(root)).isEqualTo("open");
    assertThat(commits(part(root, UUID.randomUUID(), List.of())))
        .as("nobody is told, and Kafka has it still")
        .isEqualTo("off");
    assertThat(commits(part(root, UUID.randomUUID(), List.of(rollCall()))))
        .as("the gate is closed")
        .isEqualTo("on");
  }

  private String commits(Changeset changeset) {
    return changes.locked(
        conference,
        () -> {
          // the tests' own servers are not durable
          jdbc.execute("set local synchronous_commit = on");
          ledger.on(conference, List.of(changeset), false);
          return jdbc.queryForList("select current_setting('synchronous_commit')", String.class)
              .getFirst();
        });
  }

  /// Of a change that goes on.
  private Changeset part(UUID root, UUID id, List<AggregateState> states) {
    return new Changeset(
        id,
        conference,
        1,
        "transport-dispatch",
        root,
        id.equals(root) ? null : root,
        Part.WHOLE,
        null,
        states,
        List.of(),
        List.of("excursion"),
        List.of());
  }

  private static AggregateState rollCall() {
    return new AggregateState(
        "transport-dispatch.roll-call",
        UUID.randomUUID().toString(),
        1,
        "roll-call-taken",
        StateJson.of(
            Map.of(
                "trip",
                "X1A",
                "happenedAt",
                "2026-06-09T13:50",
                "learntAt",
                Instant.parse("2026-06-09T05:50:00Z").toString())));
  }
}
