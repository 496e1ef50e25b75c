package org.huiwu.registration.roster.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.huiwu.registration.roster.RosterIssue;
import org.huiwu.registration.roster.RosterIssue.Kind;
import org.huiwu.registration.roster.queue.QueueItem;
import org.huiwu.registration.roster.reading.PersonRow;
import org.huiwu.registration.roster.reading.RosterField;
import org.huiwu.registration.roster.said.SaidPerson;
import org.huiwu.registration.text.NameKey;

/// What a corrected file does to somebody who is in: three values a field, what the last file said,
/// what this one says, and what stands. A field that the office did not touch stays; one that
/// nobody else touched is updated; one that is another desk's by now, or was corrected at the desk
/// since, goes to the clerk with both values.
///
/// @param taken what is updated
/// @param conflicts what goes to the clerk
/// @param superseded what waited for a clerk and waits no more
record Revision(
    Map<RosterField, String> taken, List<RosterIssue> conflicts, List<UUID> superseded) {

  /// The desks that own a field once they were seeded with it (design, "One owner for each field").
  static final Map<RosterField, String> OWNED_ELSEWHERE =
      Map.of(RosterField.ROUTE, "excursion", RosterField.DIET, "catering");

  /// @param says what this file says of the person
  /// @param free whether a name, by its key, is nobody else's
  static Revision of(
      SaidPerson said,
      Known known,
      PersonRow row,
      Map<RosterField, String> says,
      Predicate<String> free) {
    return known.participant().attending()
        ? ofAttending(said, known, row, says, free)
        : ofWithdrawn(said, known, row, says);
  }

  private static Revision ofAttending(
      SaidPerson said,
      Known known,
      PersonRow row,
      Map<RosterField, String> says,
      Predicate<String> free) {
    Map<RosterField, String> taken = new EnumMap<>(RosterField.class);
    List<RosterIssue> conflicts = new ArrayList<>();
    List<UUID> superseded = new ArrayList<>();
    var stands = known.values();
    known.waiting().stream()
        .filter(i -> i.issue().kind() == Kind.MISSING)
        .forEach(i -> superseded.add(i.id()));
    for (var field : RosterField.values()) {
      var theirs = FieldValues.of(says, field);
      var ours = FieldValues.of(stands, field);
      var waiting = waiting(known, field);
      if (theirs.equals(ours)) {
        waiting.forEach(i -> superseded.add(i.id()));
      } else if (!theirs.equals(said.said(field))) {
        waiting.forEach(i -> superseded.add(i.id()));
        var because = obstacle(field, theirs, ours, said, free);
        if (because.isEmpty()) {
          taken.put(field, theirs);
        } else {
          conflicts.add(
              Intake.cell(row, field, because).conflict(known.participant().id(), theirs, because));
        }
      }
    }
    return new Revision(taken, conflicts, superseded);
  }

  /// Why a field that the office changed is not simply updated; empty if it is.
  private static String obstacle(
      RosterField field, String theirs, String ours, SaidPerson said, Predicate<String> free) {
    if (OWNED_ELSEWHERE.containsKey(field)) {
      return "owned-by-" + OWNED_ELSEWHERE.get(field);
    }
    if (field == RosterField.COMPANION) {
      return "another-host";
    }
    if (!ours.equals(said.said(field))) {
      return "corrected-since";
    }
    var renamed = field == RosterField.NAME && !NameKey.of(theirs).equals(NameKey.of(ours));
    return renamed && !free.test(NameKey.of(theirs)) ? "already-in-delegation" : "";
  }

  /// Who has withdrawn and stands in the file as before stays withdrawn; if the office has touched
  /// the row since, the clerk asks.
  private static Revision ofWithdrawn(
      SaidPerson said, Known known, PersonRow row, Map<RosterField, String> says) {
    var touched =
        said.missing()
            || says.entrySet().stream().anyMatch(e -> !e.getValue().equals(said.said(e.getKey())));
    if (!touched || !waiting(known, RosterField.NAME).isEmpty()) {
      return new Revision(Map.of(), List.of(), List.of());
    }
    var name = FieldValues.of(says, RosterField.NAME);
    var item =
        Intake.cell(row, RosterField.NAME, "has-withdrawn")
            .conflict(known.participant().id(), name, "has-withdrawn");
    return new Revision(Map.of(), List.of(item), List.of());
  }

  private static List<QueueItem> waiting(Known known, RosterField field) {
    return known.waiting().stream()
        .filter(i -> i.issue().kind() == Kind.CONFLICT && i.issue().field().equals(field.wire()))
        .toList();
  }
}
