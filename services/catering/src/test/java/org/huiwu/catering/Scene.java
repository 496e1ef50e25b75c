package org.huiwu.catering;

import java.util.Map;
import org.huiwu.platform.messaging.Changeset;
import org.junit.jupiter.api.BeforeEach;

/// A conference with two hotels, one delegation in the first, and one route, heard of by Kafka.
abstract class Scene extends RealServers {
  static final String LUNCH = meal("LUNCH", "2026-06-09T12:00", "hotel:H1");
  static final String DINNER = meal("DINNER", "2026-06-09T19:00", "hotel:H1");
  static final String PICNIC = meal("PICNIC", "2026-06-09T19:00", "route:R1");

  @BeforeEach
  void a_conference_with_a_hotel_and_a_route() {
    hear("registration", States.conference(1, "2026-06-08T08:00", "2026-06-11T18:00"));
    hear(
        "accommodation",
        States.hotel("H1", 1, false),
        States.hotel("H3", 1, false),
        States.lodging(1, "H1", ""));
    hear("excursion", States.route("R1", 1, "2026-06-09T14:00", "2026-06-10T19:00", false));
  }

  Changeset plan(String meals) {
    return created("/meals", "[" + meals + "]");
  }

  Map<String, String> lines(String meal) {
    return linesOf("meal:" + meal, "count");
  }

  Map<String, String> header(String meal) {
    return headerOf("meal:" + meal);
  }

  static String meal(String code, String starts, String scope) {
    return """
    {"code": "%s", "starts": "%s", "cutoff": "2026-06-07T18:00", "kitchen": "K1",
     "scope": "%s", "contact": "KITCHEN-K1"}\
    """
        .formatted(code, starts, scope);
  }
}
