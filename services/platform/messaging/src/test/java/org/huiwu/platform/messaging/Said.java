package org.huiwu.platform.messaging;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.huiwu.platform.messaging.Changeset.AggregateState;

/// What the owners of guests and rooms say, and who asked for a change.
final class Said {
  static final Origin CLERK = new Origin("lay-table", "clerk", "kitchen", null, Instant.EPOCH);

  private Said() {}

  static AggregateState guest(String id, long version, String name) {
    return state(SmallService.GUEST, id, version, name);
  }

  static AggregateState room(String id, long version, String name) {
    return state(SmallService.ROOM, id, version, name);
  }

  private static AggregateState state(String aggregate, String id, long version, String name) {
    return new AggregateState(
        aggregate, id, version, "registered", StateJson.of(new SmallService.Fact(name)));
  }

  static Changeset by(String owner, UUID conference, AggregateState... states) {
    var id = UUID.randomUUID();
    return new Changeset(
        id,
        conference,
        1,
        owner,
        id,
        null,
        Changeset.Part.WHOLE,
        CLERK,
        Arrays.asList(states),
        List.of(),
        List.of("kitchen"),
        List.of());
  }
}
