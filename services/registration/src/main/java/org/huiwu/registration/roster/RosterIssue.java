package org.huiwu.registration.roster;

/// A cell that waits for a clerk, or the file as a whole (row 0). See FORMAT.md, `issues.csv`.
///
/// @param sheet empty in a delimited file
/// @param row the sheet's own, 1-based
/// @param column its letters, empty if the table has no such column
/// @param value as it stands in the cell
/// @param reason a code, e.g. `not-in-table`
public record RosterIssue(
    String sheet, int row, String column, String field, String value, String reason) {

  /// About the file as a whole.
  public static RosterIssue ofFile(String field, String value, String reason) {
    return new RosterIssue("", 0, "", field, value, reason);
  }
}
