package org.huiwu.excursion.membership;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/// Memberships for tests without a database, held to the same contract as the table.
final class MembershipsInMemory implements Memberships {
  private final Map<UUID, Map<String, Membership>> stored = new TreeMap<>();

  @Override
  public Optional<Membership> find(UUID conference, String person) {
    return Optional.ofNullable(byPerson(conference).get(person));
  }

  @Override
  public List<Membership> all(UUID conference) {
    return those(conference, _ -> true);
  }

  @Override
  public List<Membership> of(UUID conference, Collection<String> people) {
    return those(conference, m -> people.contains(m.person()));
  }

  @Override
  public List<Membership> aboard(UUID conference, Collection<String> buses) {
    return those(conference, m -> buses.contains(m.bus()));
  }

  @Override
  public List<Membership> onRoute(UUID conference, String route) {
    return those(conference, m -> m.route().equals(route));
  }

  @Override
  public List<Membership> unplaced(UUID conference, Collection<String> routes) {
    return those(conference, m -> m.bus().isEmpty() && routes.contains(m.route()));
  }

  @Override
  public void save(UUID conference, Collection<Membership> memberships) {
    memberships.forEach(m -> byPerson(conference).put(m.person(), m));
  }

  private List<Membership> those(UUID conference, Predicate<Membership> wanted) {
    return byPerson(conference).values().stream().filter(wanted).toList();
  }

  private Map<String, Membership> byPerson(UUID conference) {
    return stored.computeIfAbsent(conference, _ -> new TreeMap<>());
  }
}
