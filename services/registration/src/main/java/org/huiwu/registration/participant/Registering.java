package org.huiwu.registration.participant;

import java.util.List;
import java.util.UUID;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.huiwu.registration.delegation.Delegations;
import org.huiwu.registration.itinerary.Itineraries;
import org.springframework.stereotype.Service;

/// People come in one by one.
@Service
public class Registering {
  private final Participants participants;
  private final Itineraries itineraries;
  private final Delegations delegations;
  private final Register register;

  Registering(
      Participants participants,
      Itineraries itineraries,
      Delegations delegations,
      Register register) {
    this.participants = participants;
    this.itineraries = itineraries;
    this.delegations = delegations;
    this.register = register;
  }

  public Participant register(ChangeScope scope, RegisterParticipant command) {
    var participant =
        Participant.delegate(
            Register.newId(),
            command.delegation(),
            command.who(),
            command.diet(),
            RouteRequest.given(command.route(), RouteRequest.NONE));
    return takeIn(scope, Newcomer.of(participant, command.arrival(), command.departure()));
  }

  public Participant addCompanion(ChangeScope scope, AddCompanion command) {
    var host = host(scope.conference(), command.host());
    var hostsItinerary = itineraries.get(scope.conference(), host.id());
    var participant =
        Participant.companion(
            Register.newId(),
            command.delegation() == null ? host.delegation() : command.delegation(),
            command.who(),
            command.diet(),
            RouteRequest.given(command.route(), RouteRequest.AS_HOST),
            host.id());
    return takeIn(
        scope,
        Newcomer.of(
            participant,
            command.arrival().orElse(hostsItinerary.arrival()),
            command.departure().orElse(hostsItinerary.departure())));
  }

  private Participant host(UUID conference, String id) {
    var host = participants.find(conference, id).orElseThrow(() -> new Refused("host-unknown"));
    if (!host.attending()) {
      throw new Refused("host-withdrawn");
    }
    if (host.isCompanion()) {
      throw new Refused("host-is-companion");
    }
    return host;
  }

  private Participant takeIn(ChangeScope scope, Newcomer newcomer) {
    var participant = newcomer.participant();
    delegations.mustCome(scope.conference(), participant.delegation());
    register.mustBeFree(scope.conference(), participant.delegation(), participant.who().name());
    register.mustRun(scope.conference(), participant.route().code());
    register.placesMustBeKnown(scope.conference(), newcomer);
    register.takeIn(scope, List.of(newcomer));
    return participant;
  }
}
