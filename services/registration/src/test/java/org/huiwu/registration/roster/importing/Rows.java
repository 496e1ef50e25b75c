package org.huiwu.registration.roster.importing;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.huiwu.registration.roster.queue.RowPrint;
import org.huiwu.registration.roster.reading.Admission;
import org.huiwu.registration.roster.reading.Diet;
import org.huiwu.registration.roster.reading.Gender;
import org.huiwu.registration.roster.reading.Leg;
import org.huiwu.registration.roster.reading.PersonRow;
import org.huiwu.registration.roster.reading.RosterCell;
import org.huiwu.registration.roster.reading.RosterField;
import org.huiwu.registration.roster.reading.RowOrigin;
import org.huiwu.registration.roster.reading.WaitReason;
import org.huiwu.registration.roster.reading.WaitingCell;
import org.huiwu.registration.roster.reading.WaitingRow;
import org.jspecify.annotations.Nullable;

/// Rows as the reader gives them.
final class Rows {

  private Rows() {}

  static PartRow admitted(int row, String name, @Nullable String host) {
    var leg = new Leg(LocalDateTime.parse("2026-06-08T17:30"), "NNG", "CZ4510");
    return row(
        new Admission.Admitted(
            new PersonRow(
                origin(row, name),
                name,
                Gender.F,
                3,
                "处长",
                "19900000013",
                Diet.HALAL,
                leg,
                null,
                "R1",
                host != null),
            host));
  }

  static PartRow waiting(int row) {
    var cell = new WaitingCell("C", RosterField.RANK, "正国级顾问", WaitReason.NOT_IN_TABLE);
    return row(
        new Admission.Waiting(new WaitingRow(origin(row, "某某"), List.of(cell), "某某", false), null));
  }

  private static PartRow row(Admission admission) {
    return new PartRow(admission, RowPrint.of(admission.origin()), 0);
  }

  private static RowOrigin origin(int row, String name) {
    return new RowOrigin(
        "名单",
        1,
        row,
        Map.of(
            RosterField.NAME,
            new RosterCell("A", name, false),
            RosterField.COMPANION,
            new RosterCell("F", "家属", false)));
  }
}
