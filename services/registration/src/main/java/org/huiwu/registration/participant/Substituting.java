package org.huiwu.registration.participant;

import java.util.List;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.registration.delegation.Delegations;
import org.huiwu.registration.itinerary.Itineraries;
import org.huiwu.registration.itinerary.ItineraryNews;
import org.huiwu.registration.text.NameKey;
import org.springframework.stereotype.Service;

/// One person takes another's place.
@Service
public class Substituting {
  private final Participants participants;
  private final Itineraries itineraries;
  private final Delegations delegations;
  private final Register register;

  Substituting(
      Participants participants,
      Itineraries itineraries,
      Delegations delegations,
      Register register) {
    this.participants = participants;
    this.itineraries = itineraries;
    this.delegations = delegations;
    this.register = register;
  }

  /// One changeset: who leaves, who comes, and the companions, who stay and are now the new one's.
  ///
  /// @throws Conflict `participant-withdrawn` or `name-taken`
  public Participant substitute(
      ChangeScope scope, Participant leaving, SubstituteParticipant command) {
    if (!leaving.attending()) {
      throw new Conflict("participant-withdrawn");
    }
    delegations.mustCome(scope.conference(), leaving.delegation());
    mustBeFree(scope, leaving, command.who().name());
    var substitution =
        leaving.substitute(
            Register.newId(),
            command.who(),
            command.diet(),
            command.route(),
            participants.companions(scope.conference(), leaving.id()));
    var hisItinerary = itineraries.get(scope.conference(), leaving.id());
    var newcomer =
        Newcomer.of(
            substitution.comes().participant(),
            command.arrival().orElse(hisItinerary.arrival()),
            command.departure().orElse(hisItinerary.departure()));
    register.mustRun(scope.conference(), command.route());
    register.placesMustBeKnown(scope.conference(), newcomer);
    register.record(scope, List.of(substitution.leaves()));
    register.store(scope, List.of(newcomer));
    ParticipantNews.announce(scope, substitution.comes());
    ItineraryNews.recorded(scope, newcomer.itinerary());
    register.record(scope, List.copyOf(substitution.companions()));
    return newcomer.participant();
  }

  private void mustBeFree(ChangeScope scope, Participant leaving, String name) {
    if (!NameKey.of(leaving.who().name()).equals(NameKey.of(name))) {
      register.mustBeFree(scope.conference(), leaving.delegation(), name);
    }
  }
}
