package org.huiwu.excursion.membership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/// Roll-calls for tests without a database, held to the same contract as the table.
final class RollCallsInMemory implements RollCalls {

  private record Name(UUID conference, String rollCall, String person) {}

  private final Map<Name, CalledName> names = new HashMap<>();
  private final List<Name> order = new ArrayList<>();
  private final Map<Name, Verdict> verdicts = new HashMap<>();
  private final List<String> kept = new ArrayList<>();

  @Override
  public void keep(UUID conference, RollCall call) {
    if (!kept.contains(conference + call.id())) {
      kept.add(conference + call.id());
      var sighting = new Sighting(call.happenedAt(), call.learntAt(), kept.size());
      call.marks().keySet().stream()
          .sorted()
          .forEach(person -> {
            var name = new Name(conference, call.id(), person);
            var mark = call.marks().getOrDefault(person, Mark.ABSENT);
            names.put(name, new CalledName(call.id(), call.trip(), person, mark, sighting));
            order.add(name);
          });
    }
  }

  @Override
  public List<CalledName> openOf(UUID conference, Collection<String> people) {
    return open(conference, n -> people.contains(n.person()));
  }

  @Override
  public List<CalledName> openOn(UUID conference, Collection<String> trips) {
    return open(conference, n -> trips.contains(n.trip()));
  }

  private List<CalledName> open(UUID conference, Predicate<CalledName> wanted) {
    List<CalledName> open = new ArrayList<>();
    for (var name : order) {
      var called = names.get(name);
      var verdict = verdicts.get(name);
      if (name.conference().equals(conference)
          && (verdict == null || verdict == Verdict.WITHDRAWN)
          && called != null
          && wanted.test(called)) {
        open.add(called);
      }
    }
    return open;
  }

  @Override
  public void judged(UUID conference, Collection<Judged> judged) {
    judged.forEach(j -> verdicts.put(new Name(conference, j.rollCall(), j.person()), j.verdict()));
  }

  @Override
  public void overtaken(UUID conference, String person) {
    verdicts.replaceAll((name, verdict) ->
        name.conference().equals(conference)
                && name.person().equals(person)
                && verdict == Verdict.ELSEWHERE
            ? Verdict.OUTDATED
            : verdict);
  }

  Set<Verdict> verdictsOn(String person) {
    Set<Verdict> found = new HashSet<>();
    verdicts.forEach((name, verdict) -> {
      if (name.person().equals(person)) {
        found.add(verdict);
      }
    });
    return found;
  }
}
