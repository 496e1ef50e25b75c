package org.huiwu.registration.roster.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.huiwu.platform.messaging.ChangeLog;
import org.huiwu.registration.delegation.Delegations;
import org.huiwu.registration.participant.Register;
import org.huiwu.registration.roster.Roster.Status;
import org.huiwu.registration.roster.RosterContents;
import org.huiwu.registration.roster.RosterIssue;
import org.huiwu.registration.roster.Rosters;
import org.huiwu.registration.roster.Rosters.Progress;
import org.huiwu.registration.roster.Rosters.Unfinished;
import org.huiwu.registration.roster.Upload;
import org.huiwu.registration.roster.queue.ClerksQueue;
import org.huiwu.registration.roster.queue.WaitingRows;
import org.huiwu.registration.roster.reading.FileProblem;
import org.huiwu.registration.roster.reading.RosterReader;
import org.huiwu.registration.roster.said.SaidPeople;
import org.springframework.stereotype.Service;

/// Takes one uploaded roster in, from wherever its import has come to. The file is read as a
/// stream; its people go in by parts, each with its waiting cells and the import's progress in one
/// transaction, so that an import that is killed goes on without doubling anybody. All parts are
/// one change, whose id was stored with the upload.
///
/// A corrected file of an office goes the same way: whom an earlier one brought is recognised and
/// updated, and a step in which nothing differs is no part of any change.
@Service
class RosterImport {

  /// Another instance of the service has dealt with this part.
  static final class DoneElsewhereException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// The service stops; the import goes on when it starts again.
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// What every import needs.
  record Means(
      ChangeLog changes,
      Rosters rosters,
      ClerksQueue queue,
      WaitingRows waitingRows,
      SaidPeople saidPeople,
      Delegations delegations,
      KnownPeople people,
      Register register) {

    boolean comes(Upload upload) {
      return delegations
          .find(upload.conference(), upload.delegation())
          .filter(d -> !d.cancelled())
          .isPresent();
    }
  }

  private final Means means;
  private final RosterContents contents;
  private final RosterContexts contexts;
  private final RosterReader reader = new RosterReader();

  RosterImport(
      ChangeLog changes,
      Rosters rosters,
      RosterContents contents,
      ClerksQueue queue,
      WaitingRows waitingRows,
      SaidPeople saidPeople,
      Delegations delegations,
      KnownPeople people,
      Register register,
      RosterContexts contexts) {
    this.means =
        new Means(changes, rosters, queue, waitingRows, saidPeople, delegations, people, register);
    this.contents = contents;
    this.contexts = contexts;
  }

  /// @param goOn asked between rows; false interrupts the import
  /// @param witness is told what came of each part
  /// @throws DoneElsewhereException if another instance imports the same roster
  /// @throws StoppedException when told not to go on
  void run(Unfinished roster, BooleanSupplier goOn, Consumer<Intake> witness) {
    var found = means.rosters().findUnfinished(roster);
    if (found.isEmpty()) {
      return;
    }
    var upload = found.get();
    if (upload.partsDone() == 0 && !means.comes(upload)) {
      refuse(upload, FileProblem.unknownDelegation(upload.delegation()));
      return;
    }
    var file = contents.spooled(upload.conference(), upload.id());
    try {
      var context = contexts.of(upload.conference(), upload.delegation());
      var again =
          means.saidPeople().anyBefore(upload.conference(), upload.delegation(), upload.id());
      var survey = again ? new FileSurvey(goOn) : null;
      if (survey != null) {
        var unreadable = reader.read(file, upload.file(), context, survey);
        if (unreadable.isPresent()) {
          refuse(upload, unreadable.get());
          return;
        }
      }
      var reading = new RosterReading(means, reader, upload, context, survey, goOn, witness);
      reader
          .read(file, upload.file(), context, reading)
          .ifPresentOrElse(problem -> refuse(upload, problem), reading::finish);
    } finally {
      delete(file);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends an import that fails for a reason of ours whenever it is tried: what went in stays, the
  /// rest of the file waits as a whole.
  void giveUp(Unfinished roster) {
    means
        .rosters()
        .findUnfinished(roster)
        .ifPresent(upload -> close(upload, RosterIssue.ofFile("file", "", "failed", "")));
  }

  private void refuse(Upload upload, FileProblem problem) {
    var refusal = problem.refusal();
    var reason =
        switch (problem.kind()) {
          case FILE -> refusal == null ? "unreadable" : Intake.code(refusal);
          case HEADER -> "no-header";
          case DELEGATION -> "unknown-delegation";
        };
    close(
        upload,
        RosterIssue.ofFile(problem.kind().wire(), problem.value(), reason, problem.where()));
  }

  /// Ends an import with an issue of the file as a whole. Parts that went in before promised one
  /// more: it comes empty.
  private void close(Upload upload, RosterIssue issue) {
    var begun = upload.partsDone() > 0;
    var n = upload.partsDone() + 1;
    var status = begun ? Status.DONE : Status.REFUSED;
    var progress =
        new Progress(
            begun ? n : 0, upload.rowsDone(), 0, 0, 0, 1, 0, status, begun ? upload.root() : null);
    means
        .changes()
        .part(
            upload.conference(),
            upload.origin(),
            upload.root(),
            n,
            true,
            _ -> ended(upload, progress, List.of(issue)));
  }

  private boolean ended(Upload upload, Progress progress, List<RosterIssue> issues) {
    if (!means.rosters().advance(upload, upload.partsDone(), upload.rowsDone(), progress)) {
      throw new DoneElsewhereException();
    }
    means.queue().add(upload.conference(), upload.id(), upload.delegation(), issues);
    return true;
  }
}
