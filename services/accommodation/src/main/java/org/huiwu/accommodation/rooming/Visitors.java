package org.huiwu.accommodation.rooming;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The people to be lodged, from what registration and lodging say.
public interface Visitors {

  /// Of the persons those who attend, have an itinerary, and whose conference is known.
  List<Visitor> of(UUID conference, Collection<String> persons);

  /// Those of the delegations.
  List<Visitor> ofDelegations(UUID conference, Collection<String> delegations);

  Set<String> cancelledHotels(UUID conference);
}
