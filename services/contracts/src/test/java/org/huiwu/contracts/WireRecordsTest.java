package org.huiwu.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WireRecordsTest {
  record Leg(@Nullable String time, String place) {}

  record Journey(List<Leg> legs, Leg last) {}

  @Test
  void a_record_is_made_of_its_values() {
    assertThat(WireRecords.made(Leg.class.getName(), null, "NNG")).isEqualTo(new Leg(null, "NNG"));
    assertThatThrownBy(() -> WireRecords.made(Leg.class.getName(), "NNG"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_field_that_nobody_says_is_lacking() {
    assertThat(WireRecords.lacking(new Leg(null, "NNG"), "{\"place\":\"NNG\"}"))
        .containsExactly("time is not in the contract");
  }

  @Test
  void null_is_lacking_unless_it_is_allowed() {
    var read =
        new Journey(
            List.of((Leg) WireRecords.made(Leg.class.getName(), null, null)), new Leg(null, "NNG"));
    assertThat(
            WireRecords.lacking(
                read,
                """
                {"legs": [{"time": null, "place": null}], "last": {"time": null, "place": "NNG"}}
                """))
        .containsExactly("legs[0].place is null");
  }
}
