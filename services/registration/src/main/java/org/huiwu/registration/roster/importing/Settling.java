package org.huiwu.registration.roster.importing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.huiwu.registration.delegation.Delegations;
import org.huiwu.registration.participant.Participant;
import org.huiwu.registration.participant.Participants;
import org.huiwu.registration.participant.Register;
import org.huiwu.registration.roster.Roster;
import org.huiwu.registration.roster.RosterIssue;
import org.huiwu.registration.roster.RosterIssues;
import org.huiwu.registration.roster.Rosters;
import org.huiwu.registration.roster.reading.Admission;
import org.huiwu.registration.roster.reading.PersonRow;
import org.huiwu.registration.roster.reading.ReadRow;
import org.huiwu.registration.roster.reading.RosterAdmission;
import org.huiwu.registration.roster.reading.RosterContext;
import org.huiwu.registration.roster.reading.RosterField;
import org.huiwu.registration.roster.reading.RosterReader;
import org.huiwu.registration.roster.reading.WaitingRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// A clerk settles rows that wait: says what their cells mean, or that nothing is to come of them.
@Service
public class Settling {
  private final Rosters rosters;
  private final RosterIssues issues;
  private final Delegations delegations;
  private final Participants participants;
  private final Register register;
  private final RosterContexts contexts;
  private final RosterReader reader = new RosterReader();

  Settling(
      Rosters rosters,
      RosterIssues issues,
      Delegations delegations,
      Participants participants,
      Register register,
      RosterContexts contexts) {
    this.rosters = rosters;
    this.issues = issues;
    this.delegations = delegations;
    this.participants = participants;
    this.register = register;
    this.contexts = contexts;
  }

  /// Which row of a file.
  public record RowOfFile(UUID roster, String sheet, int row) {}

  /// Reads the row again with what the clerk says, in words of the same tables, and takes its
  /// person in.
  ///
  /// @param cells the text that is meant, by field; a field left out stays as it stands in the file
  /// @throws Missing `roster-unknown`, `row-not-waiting`
  /// @throws Refused `row-still-waits` if something of it cannot be read even now
  public Participant settle(ChangeScope scope, RowOfFile row, Map<RosterField, String> cells) {
    var roster = finished(scope.conference(), row);
    delegations.mustCome(scope.conference(), roster.delegation());
    takeFromList(scope.conference(), row, 1);
    var intake = intake(scope.conference(), roster, row, cells);
    if (!intake.issues().isEmpty()) {
      var fields = intake.issues().stream().map(RosterIssue::field).toList();
      throw new Refused("row-still-waits", row.row(), String.join(", ", fields));
    }
    var newcomer = intake.newcomers().getFirst();
    register.takeIn(scope, List.of(newcomer));
    return newcomer.participant();
  }

  /// Nothing comes of the row, or of the file as a whole (row 0): it was settled otherwise.
  ///
  /// @throws Missing `roster-unknown`, `row-not-waiting`
  public void dismiss(ChangeScope scope, RowOfFile row) {
    finished(scope.conference(), row);
    takeFromList(scope.conference(), row, 0);
  }

  private Roster finished(UUID conference, RowOfFile row) {
    var roster = rosters.get(conference, row.roster());
    if (roster.status() == Roster.Status.READING) {
      throw new Conflict("roster-reading");
    }
    return roster;
  }

  private void takeFromList(UUID conference, RowOfFile row, int people) {
    var cells = issues.settle(conference, row.roster(), row.sheet(), row.row());
    if (cells == 0) {
      throw new Missing("row-not-waiting", row.row());
    }
    rosters.settled(conference, row.roster(), cells, people);
  }

  private Intake intake(
      UUID conference, Roster roster, RowOfFile row, Map<RosterField, String> cells) {
    var rereading = new Rereading(conference, roster, row, cells);
    reader.read(
        rosters.content(conference, roster.id()),
        roster.file(),
        rereading.context,
        rereading::take);
    var found = rereading.found;
    if (found == null) {
      throw new Missing("row-not-waiting", row.row());
    }
    var part = List.of(found);
    var attending = participants.attending(conference, roster.delegation(), Intake.nameKeys(part));
    return Intake.decide(roster.delegation(), part, attending, Register::newId);
  }

  /// The whole file once more: the rows above tell who the host is.
  private final class Rereading {
    private final RowOfFile wanted;
    private final Map<RosterField, String> cells;
    private final RosterContext context;
    private final RosterAdmission admission;
    private @Nullable Admission found;

    Rereading(UUID conference, Roster roster, RowOfFile wanted, Map<RosterField, String> cells) {
      this.wanted = wanted;
      this.cells = cells;
      this.context = contexts.of(conference);
      this.admission =
          new RosterAdmission(participants.attendingNames(conference, roster.delegation()));
    }

    void take(ReadRow row) {
      var origin = row.origin();
      if (origin.row() == wanted.row() && origin.sheet().equals(wanted.sheet())) {
        found = admission.admit(reader.settle(waiting(row), cells, context));
      } else {
        admission.admit(row);
      }
    }

    private static WaitingRow waiting(ReadRow row) {
      return switch (row) {
        case WaitingRow waits -> waits;
        case PersonRow read ->
            new WaitingRow(read.origin(), List.of(), read.name(), read.companion());
      };
    }
  }
}
