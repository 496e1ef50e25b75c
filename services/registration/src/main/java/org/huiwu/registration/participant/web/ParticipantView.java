package org.huiwu.registration.participant.web;

import org.huiwu.registration.participant.Participant;
import org.jspecify.annotations.Nullable;

/// A participant as the desks see them.
///
/// @param version the ETag
record ParticipantView(
    String id,
    String delegation,
    String name,
    String gender,
    int rank,
    String title,
    String phone,
    String email,
    @Nullable String companionOf,
    boolean attending,
    String declaredDiet,
    String requestedRoute,
    boolean routeAsHost,
    @Nullable String substituteFor,
    long version) {

  static ParticipantView of(Participant p) {
    return new ParticipantView(
        p.id(),
        p.delegation(),
        p.who().name(),
        p.who().gender().name(),
        p.who().rank(),
        p.who().title(),
        p.who().phone(),
        p.who().email(),
        p.companionOf(),
        p.attending(),
        p.declaredDiet().code(),
        p.route().code(),
        p.route().asHost(),
        p.substituteFor(),
        p.version());
  }
}
