package org.huiwu.accommodation.lodging;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The lodgings of a conference's delegations.
public interface Lodgings {

  List<Lodging> all(UUID conference);

  /// Those of the delegations that have one.
  List<Lodging> of(UUID conference, Collection<String> delegations);

  Optional<Lodging> find(UUID conference, String delegation);

  void save(UUID conference, Collection<Lodging> lodgings);
}
