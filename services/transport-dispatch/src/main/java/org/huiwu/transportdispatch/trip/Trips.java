package org.huiwu.transportdispatch.trip;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huiwu.platform.web.problem.ProblemException.Missing;

/// All trips, the cancelled too.
public interface Trips {

  Optional<Trip> find(UUID conference, String code);

  default Trip get(UUID conference, String code) {
    return find(conference, code).orElseThrow(() -> new Missing("trip-unknown", code));
  }

  /// By code.
  List<Trip> all(UUID conference);

  /// Those of these codes that there are.
  List<Trip> of(UUID conference, Collection<String> codes);

  /// The trips that may carry people of these excursion buses or these arrival places; the
  /// cancelled are left out.
  List<Trip> among(UUID conference, Collection<String> buses, Collection<String> places);

  /// Which of these codes are taken.
  Set<String> taken(UUID conference, Collection<String> codes);

  void add(UUID conference, List<Trip> trips);

  /// Stores the version after the one that is stored.
  void replace(UUID conference, Trip trip);
}
