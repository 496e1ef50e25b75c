package org.huiwu.registration.roster.importing;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.huiwu.platform.messaging.ChangeLog;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.registration.delegation.Delegations;
import org.huiwu.registration.participant.Participants;
import org.huiwu.registration.participant.Register;
import org.huiwu.registration.roster.Roster.Status;
import org.huiwu.registration.roster.RosterIssue;
import org.huiwu.registration.roster.RosterIssues;
import org.huiwu.registration.roster.Rosters;
import org.huiwu.registration.roster.Rosters.Progress;
import org.huiwu.registration.roster.Rosters.Unfinished;
import org.huiwu.registration.roster.Upload;
import org.huiwu.registration.roster.reading.Admission;
import org.huiwu.registration.roster.reading.FileProblem;
import org.huiwu.registration.roster.reading.ReadRow;
import org.huiwu.registration.roster.reading.RosterAdmission;
import org.huiwu.registration.roster.reading.RosterReader;
import org.springframework.stereotype.Service;

/// Takes one uploaded roster in, from wherever its import has come to. The file is read as a
/// stream; its people go in by parts, each with its waiting cells and the import's progress in one
/// transaction, so that an import that is killed goes on without doubling anybody. All parts are
/// one change, whose id was stored with the upload.
@Service
class RosterImport {
  private static final int PEOPLE_A_PART = 500;

  /// Another instance of the service has dealt with this part.
  static final class DoneElsewhereException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// The service stops; the import goes on when it starts again.
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final ChangeLog changes;
  private final Rosters rosters;
  private final RosterIssues issues;
  private final Delegations delegations;
  private final Participants participants;
  private final Register register;
  private final RosterContexts contexts;
  private final RosterReader reader = new RosterReader();

  RosterImport(
      ChangeLog changes,
      Rosters rosters,
      RosterIssues issues,
      Delegations delegations,
      Participants participants,
      Register register,
      RosterContexts contexts) {
    this.changes = changes;
    this.rosters = rosters;
    this.issues = issues;
    this.delegations = delegations;
    this.participants = participants;
    this.register = register;
    this.contexts = contexts;
  }

  /// @param goOn asked between rows; false interrupts the import
  /// @throws DoneElsewhereException if another instance imports the same roster
  /// @throws StoppedException when told not to go on
  void run(Unfinished roster, BooleanSupplier goOn) {
    var found = rosters.findUnfinished(roster);
    if (found.isEmpty()) {
      return;
    }
    var upload = found.get();
    if (upload.partsDone() == 0 && !comes(upload)) {
      refuse(upload, FileProblem.unknownDelegation(upload.delegation()));
      return;
    }
    var reading = new Reading(upload, goOn);
    reader
        .read(upload.content(), upload.file(), contexts.of(upload.conference()), reading::take)
        .ifPresentOrElse(problem -> refuse(upload, problem), reading::finish);
  }

  /// Ends an import that fails for a reason of ours whenever it is tried: what went in stays, the
  /// rest of the file waits as a whole.
  void giveUp(Unfinished roster) {
    rosters
        .findUnfinished(roster)
        .ifPresent(upload -> close(upload, RosterIssue.ofFile("file", "", "failed")));
  }

  private void refuse(Upload upload, FileProblem problem) {
    var refusal = problem.refusal();
    var reason =
        switch (problem.kind()) {
          case FILE -> refusal == null ? "unreadable" : Intake.code(refusal);
          case HEADER -> "no-header";
          case DELEGATION -> "unknown-delegation";
        };
    close(upload, RosterIssue.ofFile(problem.kind().wire(), problem.value(), reason));
  }

  /// Ends an import with an issue of the file as a whole. Parts that went in before promised one
  /// more: it comes empty.
  private void close(Upload upload, RosterIssue issue) {
    var n = upload.partsDone() + 1;
    var begun = n > 1;
    changes.part(
        upload.conference(),
        upload.origin(),
        upload.root(),
        n,
        true,
        scope ->
            advance(
                scope,
                upload,
                new Progress(
                    n,
                    upload.rowsDone(),
                    0,
                    1,
                    begun ? Status.DONE : Status.REFUSED,
                    begun ? upload.root() : null),
                List.of(issue)));
  }

  private boolean advance(
      ChangeScope scope, Upload upload, Progress progress, List<RosterIssue> found) {
    var before =
        rosters
            .advance(scope.conference(), upload.id(), progress)
            .orElseThrow(DoneElsewhereException::new);
    issues.add(scope.conference(), upload.id(), before, found);
    return true;
  }

  private boolean comes(Upload upload) {
    return delegations
        .find(upload.conference(), upload.delegation())
        .filter(d -> !d.cancelled())
        .isPresent();
  }

  /// One reading of a file from its beginning: rows that earlier parts dealt with only tell who the
  /// host is.
  private final class Reading {
    private final Upload upload;
    private final BooleanSupplier goOn;
    private final RosterAdmission admission;
    private final PartBuffer part = new PartBuffer(PEOPLE_A_PART);
    private int partsDone;
    private int rows;

    Reading(Upload upload, BooleanSupplier goOn) {
      this.upload = upload;
      this.goOn = goOn;
      this.partsDone = upload.partsDone();
      this.admission =
          new RosterAdmission(
              participants.attendingNames(upload.conference(), upload.delegation()));
    }

    void take(ReadRow row) {
      if (!goOn.getAsBoolean()) {
        throw new StoppedException();
      }
      var admitted = admission.admit(row);
      if (rows >= upload.rowsDone()) {
        if (part.isFullFor(admitted)) {
          takeIn(part.drain(), false);
        }
        part.add(admitted);
      }
      rows++;
    }

    void finish() {
      takeIn(part.drain(), true);
    }

    private void takeIn(List<Admission> rowsOfPart, boolean last) {
      var n = partsDone + 1;
      changes.part(
          upload.conference(),
          upload.origin(),
          upload.root(),
          n,
          last,
          scope -> {
            var intake = decide(rowsOfPart);
            var anything = n > 1 || !last || !intake.newcomers().isEmpty();
            var progress =
                new Progress(
                    n,
                    rows,
                    intake.newcomers().size(),
                    intake.issues().size(),
                    last ? Status.DONE : Status.READING,
                    last && anything ? upload.root() : null);
            register.takeIn(scope, intake.newcomers());
            return advance(scope, upload, progress, intake.issues());
          });
      partsDone = n;
    }

    private Intake decide(List<Admission> rowsOfPart) {
      if (!comes(upload)) {
        return Intake.ofCancelled(upload.delegation(), rowsOfPart);
      }
      var attending =
          participants.attending(
              upload.conference(), upload.delegation(), Intake.nameKeys(rowsOfPart));
      return Intake.decide(upload.delegation(), rowsOfPart, attending, Register::newId);
    }
  }
}
