package org.huiwu.venue.manifest;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.huiwu.platform.manifests.Contribution;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.venue.session.Session;
import org.huiwu.venue.upstream.ConferenceDates;

/// Who needs a seat in which session (FORMAT.md, "The rules behind the manifests"): a pure function
/// of a conference's facts. Times are the conference's local time. Being away on an excursion does
/// not matter.
///
/// @param sessions the cancelled ones are passed over
record Seats(ConferenceDates dates, List<Session> sessions) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(WireJson.LOCAL_TIME);

  /// Where and when a session is; nothing once it is cancelled.
  static List<Contribution> header(Session session) {
    return session.cancelled()
        ? List.of()
        : List.of(
            Contribution.header(
                session.manifest(),
                Map.of("hall", session.hall(), "starts", TIME.format(session.starts()))));
  }

  /// One for each session that the person attends, on the line of their delegation.
  List<Contribution> of(Attendee attendee) {
    if (!attendee.attending() || attendee.companion()) {
      return List.of();
    }
    return sessions.stream()
        .filter(session -> !session.cancelled() && isPresent(attendee, session.starts()))
        .<Contribution>map(
            session -> Contribution.one(session.manifest(), attendee.delegation(), "seats"))
        .toList();
  }

  private boolean isPresent(Attendee attendee, LocalDateTime at) {
    var arrival = attendee.arrival() == null ? dates.starts() : attendee.arrival();
    var departure = attendee.departure() == null ? dates.ends() : attendee.departure();
    return !at.isBefore(arrival) && at.isBefore(departure);
  }
}
