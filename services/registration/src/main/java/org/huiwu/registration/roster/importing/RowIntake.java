package org.huiwu.registration.roster.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.huiwu.registration.delegation.Delegations;
import org.huiwu.registration.participant.Participants;
import org.huiwu.registration.participant.Register;
import org.huiwu.registration.roster.RosterIssue;
import org.huiwu.registration.roster.Rosters;
import org.huiwu.registration.roster.queue.ClerksQueue;
import org.huiwu.registration.roster.queue.StoredRow;
import org.huiwu.registration.roster.reading.Admission.Admitted;
import org.huiwu.registration.roster.reading.PersonRow;
import org.huiwu.registration.roster.reading.ReadRow;
import org.huiwu.registration.roster.reading.RosterField;
import org.huiwu.registration.roster.reading.RosterReader;
import org.huiwu.registration.roster.reading.WaitingCell;
import org.huiwu.registration.roster.reading.WaitingRow;
import org.huiwu.registration.roster.said.SaidPeople;
import org.huiwu.registration.text.NameKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes one row in that waited, with what a clerk says of its cells, under the rules of an import.
@Component
class RowIntake {
  private final Delegations delegations;
  private final Participants participants;
  private final KnownPeople people;
  private final SaidPeople saidPeople;
  private final Register register;
  private final Rosters rosters;
  private final ClerksQueue queue;
  private final RosterContexts contexts;
  private final RosterReader reader = new RosterReader();

  RowIntake(
      Delegations delegations,
      Participants participants,
      KnownPeople people,
      SaidPeople saidPeople,
      Register register,
      Rosters rosters,
      ClerksQueue queue,
      RosterContexts contexts) {
    this.delegations = delegations;
    this.participants = participants;
    this.people = people;
    this.saidPeople = saidPeople;
    this.register = register;
    this.rosters = rosters;
    this.queue = queue;
    this.contexts = contexts;
  }

  /// What cannot be read even so, and why.
  Map<RosterField, String> unread(UUID conference, StoredRow row, Map<RosterField, String> words) {
    Map<RosterField, String> unread = new EnumMap<>(RosterField.class);
    if (read(conference, row, words) instanceof WaitingRow waits) {
      waits.waiting().forEach(cell -> unread.put(cell.field(), Intake.code(cell.reason())));
    }
    return unread;
  }

  /// @param person who the row is, by the clerk's word; null: somebody new, or whom it names
  /// @return the person's id
  /// @throws Refused `row-still-waits`
  String take(
      ChangeScope scope, StoredRow row, Map<RosterField, String> words, @Nullable String person) {
    var conference = scope.conference();
    var delegation = rosters.get(conference, row.roster()).delegation();
    delegations.mustCome(conference, delegation);
    var admitted = admitted(conference, delegation, row, read(conference, row, words));
    var part = List.of(new PartRow(admitted, row.print(), row.nth()));
    var knowledge =
        people.about(conference, row.roster(), delegation, part, new FileSurvey(() -> true));
    var decided =
        Intake.decide(
            person == null ? knowledge : surely(conference, knowledge, person),
            part,
            Register::newId);
    var issues = decided.issues();
    if (!issues.isEmpty()) {
      throw stillWaits(row, issues.stream().map(RosterIssue::field).toList());
    }
    register.correct(scope, decided.corrections());
    register.takeIn(scope, decided.newcomers());
    saidPeople.put(conference, delegation, decided.said());
    queue.supersede(conference, decided.superseded());
    queue.add(conference, row.roster(), delegation, decided.conflicts());
    if (!decided.newcomers().isEmpty()) {
      rosters.wentIn(conference, row.roster());
    }
    return decided.said().getFirst().person();
  }

  private Knowledge surely(UUID conference, Knowledge knowledge, String person) {
    var who = people.all(conference, Set.of(person)).get(person);
    if (who == null || !who.participant().delegation().equals(knowledge.delegation())) {
      throw new Refused("participant-unknown");
    }
    var said = new ArrayList<>(knowledge.said());
    if (said.stream().noneMatch(s -> s.person().equals(person))) {
      saidPeople.find(conference, person).ifPresent(said::add);
    }
    return new Knowledge(
        knowledge.roster(),
        knowledge.delegation(),
        knowledge.attending(),
        said,
        Map.of(person, who),
        knowledge.survey(),
        person);
  }

  private ReadRow read(UUID conference, StoredRow row, Map<RosterField, String> words) {
    var delegation = rosters.get(conference, row.roster()).delegation();
    var waits = new WaitingRow(row.origin(), List.of(), null, false);
    return reader.settle(waits, words, contexts.of(conference, delegation));
  }

  private Admitted admitted(UUID conference, String delegation, StoredRow row, ReadRow read) {
    return switch (read) {
      case PersonRow person when !person.companion() -> new Admitted(person, null);
      case PersonRow person -> new Admitted(person, host(conference, delegation, row));
      case WaitingRow waits ->
          throw stillWaits(
              row,
              waits.waiting().stream().map(WaitingCell::field).map(RosterField::wire).toList());
    };
  }

  /// The name under which the delegate above attends.
  private String host(UUID conference, String delegation, StoredRow row) {
    var hostRow = row.hostRow();
    var name = row.hostName();
    var inThatRow =
        hostRow == null
            ? null
            : saidPeople
                .find(conference, row.roster(), row.origin().sheet(), hostRow)
                .map(s -> participants.get(conference, s.person()))
                .filter(p -> p.attending())
                .map(p -> p.who().name())
                .orElse(null);
    if (inThatRow != null) {
      return inThatRow;
    }
    if (name != null
        && participants
            .attending(conference, delegation, Set.of(NameKey.of(name)))
            .containsKey(NameKey.of(name))) {
      return name;
    }
    throw stillWaits(row, List.of(RosterField.COMPANION.wire()));
  }

  private static Refused stillWaits(StoredRow row, List<String> fields) {
    return new Refused(
        "row-still-waits",
        row.origin().row(),
        fields.stream().distinct().collect(Collectors.joining(", ")));
  }
}
