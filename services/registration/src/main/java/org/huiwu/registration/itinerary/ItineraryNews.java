package org.huiwu.registration.itinerary;

import org.huiwu.platform.messaging.ChangeScope;

/// `registration.itinerary` on the wire.
public final class ItineraryNews {
  static final String AGGREGATE = "registration.itinerary";

  record State(Leg arrival, Leg departure) {}

  private ItineraryNews() {}

  public static void recorded(ChangeScope scope, Itinerary itinerary) {
    announce(scope, itinerary, "itinerary-recorded");
  }

  public static void changed(ChangeScope scope, Itinerary itinerary) {
    announce(scope, itinerary, "itinerary-changed");
  }

  private static void announce(ChangeScope scope, Itinerary itinerary, String event) {
    scope.changed(AGGREGATE, itinerary.person(), itinerary.version(), event, state(itinerary));
  }

  static State state(Itinerary itinerary) {
    return new State(itinerary.arrival(), itinerary.departure());
  }
}
