package org.huiwu.registration.itinerary;

/// How one person comes and goes. Somebody who departs before they arrive is accepted, since moving
/// a trip may take two calls, and shown among the exceptions.
public record Itinerary(String person, long version, Leg arrival, Leg departure) {

  public static Itinerary recorded(String person, Leg arrival, Leg departure) {
    return new Itinerary(person, 1, arrival, departure);
  }

  /// The next version, or this one if nothing differs.
  public Itinerary with(Leg newArrival, Leg newDeparture) {
    return newArrival.equals(arrival) && newDeparture.equals(departure)
        ? this
        : new Itinerary(person, version + 1, newArrival, newDeparture);
  }
}
