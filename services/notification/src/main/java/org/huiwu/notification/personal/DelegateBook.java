package org.huiwu.notification.personal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.personal.DelegateWords.Itinerary;
import org.huiwu.notification.personal.DelegateWords.Participant;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.springframework.stereotype.Component;

/// Learns from the states that pass by who takes part, how to reach them and when they come and go,
/// and what meals, routes and delegations are. A changeset is one statement of each sort: an import
/// of tens of thousands goes through here.
@Component
public class DelegateBook {
  private static final Map<String, ProgrammeKind> PROGRAMME =
      Map.of(
          "catering.meal", ProgrammeKind.MEAL,
          "excursion.route", ProgrammeKind.ROUTE,
          "registration.delegation", ProgrammeKind.DELEGATION);

  /// Of several states of one aggregate in a changeset the last one counts.
  private record News<T>(Map<String, T> states, Map<String, Long> versions) {
    News() {
      this(new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    void add(AggregateState state, T value) {
      states.put(state.id(), value);
      versions.put(state.id(), state.version());
    }
  }

  private final DelegateTables tables;

  DelegateBook(DelegateTables tables) {
    this.tables = tables;
  }

  /// Inside the ledger's transaction; what is older than what is known changes nothing.
  public void take(Collection<Changeset> changesets) {
    changesets.forEach(this::take);
  }

  private void take(Changeset changeset) {
    var people = new News<Participant>();
    var journeys = new News<Itinerary>();
    List<AggregateState> programme = new ArrayList<>();
    for (var state : changeset.states()) {
      switch (state.aggregate()) {
        case "registration.participant" -> people.add(state, state.state().as(Participant.class));
        case "registration.itinerary" -> journeys.add(state, state.state().as(Itinerary.class));
        default -> {
          if (PROGRAMME.containsKey(state.aggregate())) {
            programme.add(state);
          }
        }
      }
    }
    if (!people.states.isEmpty()) {
      tables.people(changeset, people.states, people.versions);
    }
    if (!journeys.states.isEmpty()) {
      tables.journeys(changeset, journeys.states, journeys.versions);
    }
    programme.forEach(state ->
        tables.programme(
            changeset, PROGRAMME.getOrDefault(state.aggregate(), ProgrammeKind.MEAL), state));
  }

  public Optional<Delegate> find(UUID conference, String person) {
    return tables.of(conference, List.of(person)).stream().findFirst();
  }

  public List<Delegate> of(UUID conference, Collection<String> people) {
    return tables.of(conference, people);
  }

  /// Where a text message reaches somebody who attends; empty: nowhere. Personal data.
  public Optional<String> phone(UUID conference, String person) {
    return tables.phone(conference, person);
  }

  /// Where an e-mail reaches somebody who attends; empty: nowhere. Personal data.
  public Optional<String> email(UUID conference, String person) {
    return tables.email(conference, person);
  }
}
