package org.huiwu.registration.participant;

import java.util.ArrayList;
import java.util.List;
import org.huiwu.registration.participant.ParticipantEvent.ParticipantCorrected;
import org.huiwu.registration.participant.ParticipantEvent.ParticipantReinstated;
import org.huiwu.registration.participant.ParticipantEvent.ParticipantSubstituted;
import org.huiwu.registration.participant.ParticipantEvent.ParticipantWithdrawn;
import org.jspecify.annotations.Nullable;

/// Somebody who was registered: a delegate, or a companion of one. Nobody is ever deleted: who does
/// not come is withdrawn and can be reinstated as they were.
///
/// @param id opaque
/// @param version 1 at registration
/// @param companionOf the host's id, null for a delegate
/// @param attending registered and not withdrawn (FORMAT.md, "The rules behind the manifests")
/// @param substituteFor whose place this person took, null if nobody's
public record Participant(
    String id,
    long version,
    String delegation,
    Particulars who,
    @Nullable String companionOf,
    boolean attending,
    Diet declaredDiet,
    RouteRequest route,
    @Nullable String substituteFor) {

  public static Participant delegate(
      String id, String delegation, Particulars who, Diet diet, RouteRequest route) {
    return new Participant(id, 1, delegation, who, null, true, diet, route, null);
  }

  public static Participant companion(
      String id, String delegation, Particulars who, Diet diet, RouteRequest route, String host) {
    return new Participant(id, 1, delegation, who, host, true, diet, route, null);
  }

  public boolean isCompanion() {
    return companionOf != null;
  }

  /// Withdrawing a delegate withdraws the companions too. Empty if already withdrawn.
  List<ParticipantEvent> withdraw(List<Participant> companions) {
    if (!attending) {
      return List.of();
    }
    List<ParticipantEvent> events = new ArrayList<>();
    events.add(new ParticipantWithdrawn(attending(false)));
    companions.stream()
        .filter(Participant::attending)
        .forEach(c -> events.add(new ParticipantWithdrawn(c.attending(false))));
    return events;
  }

  /// Attending again, with everything as it was; companions do not come back by themselves. Empty
  /// if attending already.
  List<ParticipantEvent> reinstate() {
    return attending ? List.of() : List.of(new ParticipantReinstated(attending(true)));
  }

  /// Empty if nothing differs.
  List<ParticipantEvent> correct(Particulars corrected) {
    return corrected.equals(who)
        ? List.of()
        : List.of(new ParticipantCorrected(next(corrected, companionOf, attending)));
  }

  /// Somebody else takes this person's place: with this person's delegation and host, and as host
  /// of this person's companions, also of the withdrawn ones.
  ///
  /// @param route null if left out: this person's
  Substitution substitute(
      String id, Particulars by, Diet diet, @Nullable String route, List<Participant> companions) {
    var substitute =
        new Participant(
            id,
            1,
            delegation,
            by,
            companionOf,
            true,
            diet,
            RouteRequest.given(route, this.route),
            this.id);
    return new Substitution(
        new ParticipantWithdrawn(attending(false)),
        new ParticipantSubstituted(substitute),
        companions.stream().map(c -> new ParticipantCorrected(c.accompanying(id))).toList());
  }

  /// What one substitution does to each of those concerned.
  record Substitution(
      ParticipantWithdrawn leaves,
      ParticipantSubstituted comes,
      List<ParticipantCorrected> companions) {}

  private Participant attending(boolean now) {
    return next(who, companionOf, now);
  }

  private Participant accompanying(String host) {
    return next(who, host, attending);
  }

  private Participant next(Particulars newWho, @Nullable String host, boolean now) {
    return new Participant(
        id, version + 1, delegation, newWho, host, now, declaredDiet, route, substituteFor);
  }
}
