package org.huiwu.transportdispatch.trip.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.huiwu.transportdispatch.trip.Trip;
import org.huiwu.transportdispatch.trip.TripState;

/// A trip as desks see it: its state and the version to give as If-Match.
record TripView(@JsonUnwrapped TripState state, long version) {

  static TripView of(Trip trip) {
    return new TripView(TripState.of(trip), trip.version());
  }
}
