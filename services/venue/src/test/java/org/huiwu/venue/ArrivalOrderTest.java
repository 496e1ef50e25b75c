package org.huiwu.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.huiwu.platform.conversations.ArrivalOrders;
import org.huiwu.platform.manifests.Manifests;
import org.huiwu.platform.messaging.ChangeLog;
import org.huiwu.platform.messaging.StateListener;
import org.huiwu.venue.session.PlanSession;
import org.huiwu.venue.session.SessionPlanning;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Whatever the order in which facts arrive (after parking, or sent again), the seats come out the
/// same, and what is stored is what a computation from the start would say.
class ArrivalOrderTest extends RealServers {
  private static final int ORDERS = 60;

  private static final List<String> SUBJECTS =
      List.of("p/host", "p/wife", "p/gone", "p/late", "session/OPENING", "session/CLOSING");

  @Autowired private ChangeLog changes;
  @Autowired private List<StateListener<?>> listeners;
  @Autowired private SessionPlanning planning;
  @Autowired private Manifests manifests;

  @Test
  void the_order_in_which_facts_arrive_does_not_matter() {
    var sessions = told().outcome(ORDERS, SUBJECTS, this::lines);
    assertThat(sessions)
        .containsEntry("session:OPENING", Map.of("GD", "1"))
        .containsEntry("session:CLOSING", Map.of("BJ", "1", "GD", "1"));
  }

  /// `seats` of each line of each manifest.
  private Map<String, Map<String, String>> lines(UUID conference) {
    Map<String, Map<String, String>> sessions = new TreeMap<>();
    for (var head : manifests.heads(conference)) {
      Map<String, String> seats = new TreeMap<>();
      manifests
          .find(conference, head.manifest())
          .orElseThrow()
          .lines()
          .forEach((line, fields) -> seats.put(line, fields.getOrDefault("seats", "")));
      sessions.put(head.manifest(), seats);
    }
    return sessions;
  }

  private ArrivalOrders told() {
    var story = new ArrivalOrders(changes, listeners);
    var dates = story.hears(States.conference(1, "2026-06-10T08:00", "2026-06-10T09:00"));
    story.hearsAfter(dates, States.conference(2, "2026-06-08T08:00", "2026-06-11T18:00"));
    story.hears(States.delegation("GD", 1, "广东"));
    var host = story.hears(States.delegate("host", "GD"));
    story.hearsAfter(host, States.participant("host", 2, "participant-corrected", "GD", "", true));
    story.hears(States.participant("wife", 1, "companion-added", "GD", "host", true));
    var gone = story.hears(States.delegate("gone", "BJ"));
    story.hearsAfter(gone, States.participant("gone", 2, "participant-withdrawn", "BJ", "", false));
    story.hears(States.delegate("late", "BJ"));
    var leg = story.hears(States.itinerary("late", 1, "2026-06-11T12:00", ""));
    story.hearsAfter(leg, States.itinerary("late", 2, "2026-06-10T12:00", ""));
    story.hears(States.itinerary("host", 1, "", ""));
    story.does(
        "sessions",
        scope ->
            planning.plan(
                scope,
                List.of(
                    session("OPENING", "2026-06-09T09:00"),
                    session("CLOSING", "2026-06-11T09:00"))));
    return story;
  }

  private static PlanSession session(String code, String starts) {
    return new PlanSession(code, "会议", "HALL-1", LocalDateTime.parse(starts), "");
  }
}
