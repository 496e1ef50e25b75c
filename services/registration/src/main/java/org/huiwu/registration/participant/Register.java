package org.huiwu.registration.participant;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.registration.itinerary.Itineraries;
import org.huiwu.registration.itinerary.Itinerary;
import org.huiwu.registration.itinerary.ItineraryNews;
import org.huiwu.registration.itinerary.Places;
import org.huiwu.registration.text.NameKey;
import org.huiwu.registration.upstream.KnownRoutes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where everybody comes in, from whichever door, and what each of them must meet.
@Component
public class Register {
  private final Participants participants;
  private final Itineraries itineraries;
  private final KnownRoutes routes;
  private final Places places;
  private final Withdrawals withdrawals;

  Register(
      Participants participants,
      Itineraries itineraries,
      KnownRoutes routes,
      Places places,
      Withdrawals withdrawals) {
    this.participants = participants;
    this.itineraries = itineraries;
    this.routes = routes;
    this.places = places;
    this.withdrawals = withdrawals;
  }

  /// Stores and announces new people in this order.
  public void takeIn(ChangeScope scope, List<Newcomer> newcomers) {
    store(scope, newcomers);
    newcomers.forEach(n -> {
      ParticipantNews.announce(scope, ParticipantEvent.arrived(n.participant()));
      ItineraryNews.recorded(scope, n.itinerary());
    });
  }

  /// What is written down of somebody who is known is put right.
  ///
  /// @param before as it stands
  /// @param after the same version if nothing of it differs
  public record Correction(
      Participant participant, Particulars who, Itinerary before, Itinerary after) {}

  /// Stores and announces what was corrected; what does not differ is no change.
  public void correct(ChangeScope scope, List<Correction> corrections) {
    record(
        scope,
        corrections.stream().flatMap(c -> c.participant().correct(c.who()).stream()).toList());
    for (var correction : corrections) {
      if (!correction.after().equals(correction.before())) {
        itineraries.replace(scope.conference(), correction.after());
        ItineraryNews.changed(scope, correction.after());
      }
    }
  }

  void store(ChangeScope scope, List<Newcomer> newcomers) {
    participants.add(scope.conference(), newcomers.stream().map(Newcomer::participant).toList());
    itineraries.add(scope.conference(), newcomers.stream().map(Newcomer::itinerary).toList());
  }

  /// Stores and announces people who are known already.
  void record(ChangeScope scope, List<ParticipantEvent> events) {
    participants.replace(
        scope.conference(), events.stream().map(ParticipantEvent::participant).toList());
    events.forEach(e -> ParticipantNews.announce(scope, e));
    var withdrawn =
        events.stream()
            .filter(ParticipantEvent.ParticipantWithdrawn.class::isInstance)
            .map(e -> e.participant().id())
            .toList();
    if (!withdrawn.isEmpty()) {
      withdrawals.withdrawn(scope.conference(), withdrawn);
    }
  }

  /// @throws Conflict `name-taken` if somebody of that name attends; the withdrawn do not block
  public void mustBeFree(UUID conference, String delegation, String name) {
    if (!participants.attending(conference, delegation, Set.of(NameKey.of(name))).isEmpty()) {
      throw new Conflict("name-taken", delegation);
    }
  }

  /// @param route null if left out, empty for none
  void mustRun(UUID conference, @Nullable String route) {
    if (route != null) {
      routes.mustRun(conference, route);
    }
  }

  void placesMustBeKnown(UUID conference, Newcomer newcomer) {
    places.mustBeKnown(conference, newcomer.itinerary());
  }

  public static String newId() {
    return UUID.randomUUID().toString();
  }
}
