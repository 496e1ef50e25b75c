package org.huiwu.registration.roster;

import org.jspecify.annotations.Nullable;

/// What a roster leaves for a clerk to settle. See FORMAT.md, `issues.csv`.
///
/// @param sheet empty in a delimited file
/// @param row the sheet's own, 1-based; 0 is the file as a whole
/// @param column its letters, empty if the table has no such column
/// @param value as it stands in the cell
/// @param reason a code, e.g. `not-in-table`
/// @param person whom it is about, if registration knows them
/// @param meaning what the value was read as; null if it could not be read
/// @param detail where in a file that cannot be read, e.g. `xl/vbaProject.bin`
public record RosterIssue(
    Kind kind,
    String sheet,
    int row,
    String column,
    String field,
    String value,
    String reason,
    @Nullable String person,
    @Nullable String meaning,
    String detail) {

  public enum Kind {
    /// a cell of a row that waits as a whole
    ROW,
    /// the file and the platform differ on one field of somebody who is in
    CONFLICT,
    /// somebody who is in and whom the newest file leaves out
    MISSING,
    /// the file as a whole
    FILE
  }

  public static RosterIssue ofCell(
      String sheet, int row, String column, String field, String value, String reason) {
    return new RosterIssue(Kind.ROW, sheet, row, column, field, value, reason, null, null, "");
  }

  public static RosterIssue ofFile(String field, String value, String reason, String detail) {
    return new RosterIssue(Kind.FILE, "", 0, "", field, value, reason, null, null, detail);
  }

  public static RosterIssue missing(String person) {
    return new RosterIssue(
        Kind.MISSING, "", 0, "", "person", "", "missing-from-file", person, null, "");
  }

  /// The same cell as one field's two values.
  public RosterIssue conflict(String whose, String readAs, String because) {
    return new RosterIssue(
        Kind.CONFLICT, sheet, row, column, field, value, because, whose, readAs, "");
  }

  public RosterIssue about(@Nullable String whom) {
    return new RosterIssue(kind, sheet, row, column, field, value, reason, whom, meaning, detail);
  }
}
