package org.huiwu.registration.roster.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiwu.registration.itinerary.Itinerary;
import org.huiwu.registration.itinerary.Leg;
import org.huiwu.registration.participant.Diet;
import org.huiwu.registration.participant.Gender;
import org.huiwu.registration.participant.Participant;
import org.huiwu.registration.participant.Particulars;
import org.huiwu.registration.participant.RouteRequest;
import org.huiwu.registration.roster.reading.RosterField;
import org.junit.jupiter.api.Test;

class KnownTest {

  @Test
  void what_no_roster_has_a_new_roster_leaves_as_it_is() {
    var who = new Particulars("何子敏", Gender.M, 2, "司长", "19900000013", "he@example.org");
    var known =
        new Known(
            Participant.delegate("p1", "FJ", who, Diet.NORMAL, new RouteRequest("R1", false)),
            new Itinerary("p1", 1, Leg.UNKNOWN, Leg.UNKNOWN),
            Optional.empty(),
            Optional.empty(),
            List.of());
    assertThat(known.with(Map.of(RosterField.RANK, "1")).who())
        .isEqualTo(new Particulars("何子敏", Gender.M, 1, "司长", "19900000013", "he@example.org"));
  }
}
