package org.huiwu.registration.itinerary;

import java.util.UUID;
import java.util.stream.Stream;
import org.huiwu.platform.web.problem.ProblemException.Refused;

/// The codes of places at which people arrive and from which they depart: data that a clerk can
/// extend.
public interface Places {

  boolean isKnown(UUID conference, String code);

  /// @throws Refused `place-unknown`; an empty place is unknown yet, and accepted
  default void mustBeKnown(UUID conference, Itinerary itinerary) {
    Stream.of(itinerary.arrival().place(), itinerary.departure().place())
        .filter(code -> !code.isEmpty() && !isKnown(conference, code))
        .findFirst()
        .ifPresent(code -> {
          throw new Refused("place-unknown", code);
        });
  }
}
