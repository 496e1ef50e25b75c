package org.huiwu.registration.roster.importing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.huiwu.registration.participant.Newcomer;
import org.huiwu.registration.participant.Register.Correction;
import org.huiwu.registration.roster.RosterIssue;
import org.huiwu.registration.roster.queue.StoredRow;
import org.huiwu.registration.roster.reading.Admission.Admitted;
import org.huiwu.registration.roster.reading.Admission.Waiting;
import org.huiwu.registration.roster.reading.ReadRow;
import org.huiwu.registration.roster.reading.RosterCell;
import org.huiwu.registration.roster.reading.RosterField;
import org.huiwu.registration.roster.reading.WaitingCell;
import org.huiwu.registration.roster.said.SaidPerson;
import org.huiwu.registration.text.NameKey;

/// What a part of a roster comes to, against who is in the delegation at the moment of its
/// transaction: while the file was read, somebody may have registered one of its people by hand, or
/// withdrawn a host.
///
/// @param newcomers who goes in, in the order of the file
/// @param corrections of those who are in and whom the file changes
/// @param said what the file says of each of them
/// @param waiting rows that wait, each with its cells
/// @param conflicts cells on which file and platform differ
/// @param superseded what waited for a clerk and waits no more
/// @param unchanged rows that say what was said before
record Intake(
    List<Newcomer> newcomers,
    List<Correction> corrections,
    List<SaidPerson> said,
    List<WaitingCells> waiting,
    List<RosterIssue> conflicts,
    List<UUID> superseded,
    int unchanged) {

  /// A row that waits and the cells that it waits for.
  record WaitingCells(StoredRow row, List<RosterIssue> cells) {}

  /// Whether anybody but registration hears of it.
  boolean changesAnything() {
    return !newcomers.isEmpty() || !corrections.isEmpty();
  }

  /// All that waits, in the order of the file.
  List<RosterIssue> issues() {
    return waiting.stream().flatMap(w -> w.cells().stream()).toList();
  }

  /// The names that have to be looked up before a part is decided.
  static Set<String> nameKeys(List<PartRow> part) {
    Set<String> keys = new LinkedHashSet<>();
    for (var row : part) {
      switch (row.admission()) {
        case Admitted admitted -> {
          keys.add(NameKey.of(admitted.person().name()));
          if (admitted.host() != null) {
            keys.add(NameKey.of(admitted.host()));
          }
        }
        case Waiting waits -> {
          if (waits.row().name() != null) {
            keys.add(NameKey.of(waits.row().name()));
          }
        }
      }
    }
    return keys;
  }

  static Set<String> phones(List<PartRow> part) {
    Set<String> phones = new LinkedHashSet<>();
    for (var row : part) {
      if (row.admission() instanceof Admitted admitted && !admitted.person().phone().isEmpty()) {
        phones.add(admitted.person().phone());
      }
    }
    return phones;
  }

  /// @param ids gives a new id for each newcomer
  static Intake decide(Knowledge knowledge, List<PartRow> part, Supplier<String> ids) {
    var deciding = new IntakeDecision(knowledge, ids);
    part.forEach(deciding::take);
    return deciding.decided();
  }

  /// The same when the delegation was cancelled while its roster was read: nobody goes in.
  static Intake ofCancelled(UUID roster, String delegation, List<PartRow> part) {
    List<WaitingCells> waiting = new ArrayList<>();
    for (var row : part) {
      var cells =
          switch (row.admission()) {
            case Waiting waits -> cells(waits);
            case Admitted admitted -> {
              var origin = admitted.person().origin();
              yield List.of(
                  RosterIssue.ofCell(
                      origin.sheet(),
                      origin.row(),
                      "",
                      "delegation",
                      delegation,
                      "delegation-cancelled"));
            }
          };
      waiting.add(new WaitingCells(row.stored(roster), cells));
    }
    return new Intake(List.of(), List.of(), List.of(), waiting, List.of(), List.of(), 0);
  }

  static List<RosterIssue> cells(Waiting waits) {
    return waits.row().waiting().stream().map(cell -> cell(waits.row(), cell)).toList();
  }

  /// A cell of a row as it stands there.
  static RosterIssue cell(ReadRow row, RosterField field, String reason) {
    RosterCell cell = row.origin().cells().get(field);
    return RosterIssue.ofCell(
        row.origin().sheet(),
        row.origin().row(),
        cell == null ? "" : cell.column(),
        field.wire(),
        cell == null ? "" : cell.text(),
        reason);
  }

  private static RosterIssue cell(ReadRow row, WaitingCell cell) {
    return RosterIssue.ofCell(
        row.origin().sheet(),
        row.origin().row(),
        cell.column(),
        cell.field().wire(),
        cell.value(),
        code(cell.reason()));
  }

  /// `NOT_IN_TABLE` is `not-in-table`.
  static String code(Enum<?> reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
