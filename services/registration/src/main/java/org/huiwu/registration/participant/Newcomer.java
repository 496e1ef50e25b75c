package org.huiwu.registration.participant;

import org.huiwu.registration.itinerary.Itinerary;
import org.huiwu.registration.itinerary.Leg;

/// Somebody who comes in: a person always comes with an itinerary, in one changeset.
public record Newcomer(Participant participant, Itinerary itinerary) {

  public static Newcomer of(Participant participant, Leg arrival, Leg departure) {
    return new Newcomer(participant, Itinerary.recorded(participant.id(), arrival, departure));
  }
}
