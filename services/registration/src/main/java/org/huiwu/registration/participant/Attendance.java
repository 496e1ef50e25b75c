package org.huiwu.registration.participant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.huiwu.registration.delegation.DelegationMembers;
import org.huiwu.registration.delegation.Delegations;
import org.springframework.stereotype.Service;

/// People withdraw and come back.
@Service
public class Attendance implements DelegationMembers {
  private final Participants participants;
  private final Delegations delegations;
  private final Register register;

  Attendance(Participants participants, Delegations delegations, Register register) {
    this.participants = participants;
    this.delegations = delegations;
    this.register = register;
  }

  /// With the companions. No change if already withdrawn.
  public Participant withdraw(ChangeScope scope, Participant participant) {
    var events =
        participant.withdraw(participants.companions(scope.conference(), participant.id()));
    register.record(scope, events);
    return events.isEmpty() ? participant : events.getFirst().participant();
  }

  @Override
  public void withdrawAll(ChangeScope scope, String delegation) {
    Map<String, ParticipantEvent> events = new LinkedHashMap<>();
    for (var participant : participants.all(scope.conference(), delegation, null)) {
      participant
          .withdraw(participants.companions(scope.conference(), participant.id()))
          .forEach(e -> events.putIfAbsent(e.participant().id(), e));
    }
    register.record(scope, List.copyOf(events.values()));
  }

  /// No change if attending already.
  public Participant reinstate(ChangeScope scope, Participant participant) {
    var events = participant.reinstate();
    if (events.isEmpty()) {
      return participant;
    }
    delegations.mustCome(scope.conference(), participant.delegation());
    register.mustBeFree(scope.conference(), participant.delegation(), participant.who().name());
    var host = participant.companionOf();
    if (host != null && !participants.get(scope.conference(), host).attending()) {
      throw new Refused("host-withdrawn");
    }
    register.record(scope, events);
    return events.getFirst().participant();
  }
}
