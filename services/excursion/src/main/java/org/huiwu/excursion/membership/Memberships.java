package org.huiwu.excursion.membership;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All memberships. Used under the conference's lock, except for reading them to somebody.
public interface Memberships {

  Optional<Membership> find(UUID conference, String person);

  List<Membership> all(UUID conference);

  List<Membership> of(UUID conference, Collection<String> people);

  List<Membership> aboard(UUID conference, Collection<String> buses);

  List<Membership> onRoute(UUID conference, String route);

  /// Those on one of the routes who have no bus.
  List<Membership> unplaced(UUID conference, Collection<String> routes);

  /// Inserts or replaces.
  void save(UUID conference, Collection<Membership> memberships);
}
