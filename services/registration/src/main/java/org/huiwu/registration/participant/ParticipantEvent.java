package org.huiwu.registration.participant;

/// All that happens to a participant.
public sealed interface ParticipantEvent {

  /// As the event leaves them.
  Participant participant();

  record ParticipantRegistered(Participant participant) implements ParticipantEvent {}

  record CompanionAdded(Participant participant) implements ParticipantEvent {}

  record ParticipantWithdrawn(Participant participant) implements ParticipantEvent {}

  record ParticipantReinstated(Participant participant) implements ParticipantEvent {}

  record ParticipantCorrected(Participant participant) implements ParticipantEvent {}

  /// Somebody new came in somebody's place.
  record ParticipantSubstituted(Participant participant) implements ParticipantEvent {}

  /// How somebody new comes in.
  static ParticipantEvent arrived(Participant participant) {
    return participant.isCompanion()
        ? new CompanionAdded(participant)
        : new ParticipantRegistered(participant);
  }
}
