package org.huiwu.registration.roster.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.registration.participant.Register;
import org.huiwu.registration.roster.Roster.Status;
import org.huiwu.registration.roster.RosterIssue;
import org.huiwu.registration.roster.Rosters.Progress;
import org.huiwu.registration.roster.Upload;
import org.huiwu.registration.roster.importing.Intake.WaitingCells;
import org.huiwu.registration.roster.importing.RosterImport.DoneElsewhereException;
import org.huiwu.registration.roster.importing.RosterImport.Means;
import org.huiwu.registration.roster.importing.RosterImport.StoppedException;
import org.huiwu.registration.roster.queue.RowPrint;
import org.huiwu.registration.roster.queue.StoredRow;
import org.huiwu.registration.roster.queue.WaitingRows;
import org.huiwu.registration.roster.reading.PersonRow;
import org.huiwu.registration.roster.reading.ReadRow;
import org.huiwu.registration.roster.reading.RosterAdmission;
import org.huiwu.registration.roster.reading.RosterContext;
import org.huiwu.registration.roster.reading.RosterReader;
import org.huiwu.registration.roster.reading.RosterSink;
import org.huiwu.registration.roster.reading.WaitingRow;
import org.jspecify.annotations.Nullable;

/// One reading of a file from its beginning: rows that earlier steps dealt with only tell who the
/// host is, and what a clerk has said of a row before is heeded.
final class RosterReading implements RosterSink {
  private static final int PEOPLE_A_PART = 500;

  private final Means means;
  private final RosterReader reader;
  private final Upload upload;
  private final RosterContext context;
  private final @Nullable FileSurvey survey;
  private final BooleanSupplier goOn;
  private final Consumer<Intake> witness;

  /// Whether rows of an earlier upload wait still.
  private final boolean carries;

  private final RosterAdmission admission;
  private final Map<WaitingRows.Key, WaitingRows.Said> clerks;
  private final Map<String, Integer> prints = new HashMap<>();
  private final PartBuffer part = new PartBuffer(PEOPLE_A_PART);
  private int parts;
  private int rowsDone;
  private int dismissed;
  private int rows;

  /// @param witness is told what came of each part
  RosterReading(
      Means means,
      RosterReader reader,
      Upload upload,
      RosterContext context,
      @Nullable FileSurvey survey,
      BooleanSupplier goOn,
      Consumer<Intake> witness) {
    this.means = means;
    this.reader = reader;
    this.upload = upload;
    this.context = context;
    this.survey = survey;
    this.goOn = goOn;
    this.witness = witness;
    this.parts = upload.partsDone();
    this.rowsDone = upload.rowsDone();
    this.admission =
        new RosterAdmission(
            means.saidPeople().attendingByHand(upload.conference(), upload.delegation()));
    this.carries =
        means.waitingRows().anyBefore(upload.conference(), upload.delegation(), upload.id());
    this.clerks = means.waitingRows().said(upload.conference(), upload.delegation());
  }

  @Override
  public void begin(int rowsOfFile) {
    means.rosters().opened(upload.conference(), upload.id(), rowsOfFile);
  }

  @Override
  public void accept(ReadRow read) {
    if (!goOn.getAsBoolean()) {
      throw new StoppedException();
    }
    var print = RowPrint.of(read.origin());
    var nth = prints.merge(print, 1, Integer::sum) - 1;
    var said = clerks.get(new WaitingRows.Key(print, nth));
    var admitted =
        admission.admit(
            said == null || said.words().isEmpty()
                ? read
                : reader.settle(asWaiting(read), said.words(), context));
    if (rows >= upload.rowsDone()) {
      if (said != null && said.dismissed()) {
        dismissed++;
      } else {
        var row = new PartRow(admitted, print, nth);
        if (part.isFullFor(row)) {
          takeIn(part.drain(), false);
        }
        part.add(row);
      }
    }
    rows++;
  }

  static WaitingRow asWaiting(ReadRow row) {
    return switch (row) {
      case WaitingRow waits -> waits;
      case PersonRow read ->
          new WaitingRow(read.origin(), List.of(), read.name(), read.companion());
    };
  }

  void finish() {
    takeIn(part.drain(), true);
  }

  /// Of a corrected file most steps change nothing; those end quietly, outside of any change.
  private void takeIn(List<PartRow> rowsOfPart, boolean last) {
    if (survey != null && !last && endedQuietly(rowsOfPart)) {
      return;
    }
    means
        .changes()
        .part(
            upload.conference(),
            upload.origin(),
            upload.root(),
            parts + 1,
            last,
            scope -> {
              var intake = decide(rowsOfPart);
              means.register().correct(scope, intake.corrections());
              means.register().takeIn(scope, intake.newcomers());
              var anything = parts > 0 || !last || intake.changesAnything();
              return store(scope, intake, anything ? parts + 1 : parts, last);
            });
  }

  private boolean endedQuietly(List<PartRow> rowsOfPart) {
    return means
        .changes()
        .locked(
            upload.conference(),
            () -> {
              var intake = decide(rowsOfPart);
              return !intake.changesAnything() && store(null, intake, parts, false);
            });
  }

  private Intake decide(List<PartRow> rowsOfPart) {
    means.changes().planFor(rowsOfPart.size());
    if (!means.comes(upload)) {
      return Intake.ofCancelled(upload.id(), upload.delegation(), rowsOfPart);
    }
    var knowledge =
        means
            .people()
            .about(upload.conference(), upload.id(), upload.delegation(), rowsOfPart, survey);
    return Intake.decide(knowledge, rowsOfPart, Register::newId);
  }

  /// What of a step is registration's own: who said what, what waits, how far it has come.
  private boolean store(@Nullable ChangeScope scope, Intake intake, int partsThen, boolean last) {
    var conference = upload.conference();
    means.saidPeople().put(conference, upload.delegation(), intake.said());
    means.queue().supersede(conference, intake.superseded());
    List<RosterIssue> items = new ArrayList<>();
    List<StoredRow> waiting = new ArrayList<>();
    var carried = 0;
    for (var row : intake.waiting()) {
      if (carries && isCarried(row)) {
        carried++;
      } else {
        waiting.add(row.row());
        items.addAll(row.cells());
      }
    }
    items.addAll(intake.conflicts());
    var missing = last ? missing() : List.<String>of();
    missing.forEach(person -> items.add(RosterIssue.missing(person)));
    means.waitingRows().add(conference, upload.delegation(), waiting);
    means.queue().add(conference, upload.id(), upload.delegation(), items);
    var progress =
        new Progress(
            partsThen,
            rows,
            intake.newcomers().size(),
            intake.corrections().size(),
            intake.unchanged() + carried + dismissed,
            items.size(),
            missing.size(),
            last ? Status.DONE : Status.READING,
            last && partsThen > 0 && scope != null ? upload.root() : null);
    if (!means.rosters().advance(upload, parts, rowsDone, progress)) {
      throw new DoneElsewhereException();
    }
    parts = partsThen;
    rowsDone = rows;
    dismissed = 0;
    witness.accept(intake);
    return true;
  }

  private boolean isCarried(WaitingCells row) {
    var cells = row.cells().stream().map(c -> c.field() + ":" + c.reason()).toList();
    return means.waitingRows().carry(upload.conference(), upload.delegation(), row.row(), cells);
  }

  private List<String> missing() {
    means.queue().supersedeEarlier(upload.conference(), upload.delegation(), upload.id());
    return survey == null
        ? List.of()
        : means.saidPeople().newlyMissing(upload.conference(), upload.delegation(), upload.id());
  }
}
