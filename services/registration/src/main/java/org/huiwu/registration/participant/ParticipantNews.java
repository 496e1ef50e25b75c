package org.huiwu.registration.participant;

import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.registration.participant.ParticipantEvent.CompanionAdded;
import org.huiwu.registration.participant.ParticipantEvent.ParticipantCorrected;
import org.huiwu.registration.participant.ParticipantEvent.ParticipantRegistered;
import org.huiwu.registration.participant.ParticipantEvent.ParticipantReinstated;
import org.huiwu.registration.participant.ParticipantEvent.ParticipantSubstituted;
import org.huiwu.registration.participant.ParticipantEvent.ParticipantWithdrawn;
import org.jspecify.annotations.Nullable;

/// `registration.participant` on the wire.
final class ParticipantNews {
  static final String AGGREGATE = "registration.participant";

  record State(
      String delegation,
      String name,
      String gender,
      int rank,
      String title,
      String phone,
      @Nullable String companionOf,
      boolean attending,
      String declaredDiet,
      String requestedRoute,
      boolean routeAsHost,
      @Nullable String substituteFor,
      String email) {}

  private ParticipantNews() {}

  static void announce(ChangeScope scope, ParticipantEvent event) {
    var participant = event.participant();
    scope.changed(
        AGGREGATE, participant.id(), participant.version(), type(event), state(participant));
  }

  private static String type(ParticipantEvent event) {
    return switch (event) {
      case ParticipantRegistered _ -> "participant-registered";
      case CompanionAdded _ -> "companion-added";
      case ParticipantWithdrawn _ -> "participant-withdrawn";
      case ParticipantReinstated _ -> "participant-reinstated";
      case ParticipantCorrected _ -> "participant-corrected";
      case ParticipantSubstituted _ -> "participant-substituted";
    };
  }

  static State state(Participant p) {
    return new State(
        p.delegation(),
        p.who().name(),
        p.who().gender().name(),
        p.who().rank(),
        p.who().title(),
        p.who().phone(),
        p.companionOf(),
        p.attending(),
        p.declaredDiet().code(),
        p.route().code(),
        p.route().asHost(),
        p.substituteFor(),
        p.who().email());
  }
}
