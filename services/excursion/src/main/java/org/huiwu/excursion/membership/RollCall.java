package org.huiwu.excursion.membership;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// A liaison's count of one bus, as transport-dispatch recorded it. It happened, so it is never
/// refused and never lost.
///
/// @param happenedAt local to the conference
/// @param learntAt when the platform received it (UTC)
/// @param marks one for each person named; who is not named is unaccounted for, and stays
public record RollCall(
    String id, String trip, LocalDateTime happenedAt, Instant learntAt, Map<String, Mark> marks) {

  public static RollCall of(
      String id,
      String trip,
      LocalDateTime happenedAt,
      Instant learntAt,
      Collection<String> aboard,
      Collection<String> absent,
      Collection<String> unexpected) {
    Map<String, Mark> marks = new LinkedHashMap<>();
    absent.forEach(p -> marks.put(p, Mark.ABSENT));
    aboard.forEach(p -> marks.put(p, Mark.ABOARD));
    unexpected.forEach(p -> marks.put(p, Mark.UNEXPECTED));
    return new RollCall(id, trip, happenedAt, learntAt, marks);
  }
}
