package org.huiwu.excursion.membership;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// The people whom registration has made known, withdrawn ones too.
public interface Passengers {

  List<Passenger> of(UUID conference, Collection<String> people);

  /// Those without a membership who are companions or substitutes of one of these.
  List<Passenger> waitingFor(UUID conference, Collection<String> people);
}
