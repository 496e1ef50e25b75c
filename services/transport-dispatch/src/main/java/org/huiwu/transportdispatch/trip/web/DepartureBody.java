package org.huiwu.transportdispatch.trip.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import org.huiwu.transportdispatch.trip.RetimeTrip;

/// @param departs local to the conference
record DepartureBody(@NotNull LocalDateTime departs) {

  RetimeTrip command() {
    return new RetimeTrip(departs);
  }
}
