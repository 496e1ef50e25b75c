package org.huiwu.oracle;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// An arrival or a departure as far as it is known. `place` is `NNG`, `NND`, `self` or empty for
/// unknown; `number` is a flight or train, or empty.
public record Leg(@Nullable LocalDateTime time, String place, String number) {

  public static final Leg UNKNOWN = new Leg(null, "", "");

  public static Leg of(String time, String place, String number) {
    return new Leg(LocalDateTime.parse(time), place, number);
  }
}
