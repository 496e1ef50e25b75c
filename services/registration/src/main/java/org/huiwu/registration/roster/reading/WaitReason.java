package org.huiwu.registration.roster.reading;

/// Why a cell waits (FORMAT.md, "Rosters", what waits).
public enum WaitReason {
  /// no name, gender or rank
  MISSING,
  /// stands in the place of a name, and may be something else, or two names
  NOT_SURELY_A_NAME,
  /// a value outside the table of its column
  NOT_IN_TABLE,
  /// neither a mobile, a landline with area code, nor international
  NOT_A_PHONE,
  /// nothing that can be read as a date with a time
  NOT_A_MOMENT,
  /// no such day or time, `2月30日`, `25:00`
  IMPOSSIBLE_MOMENT,
  /// a day without a time, or a time without its day
  HALF_MOMENT,
  DEPARTS_BEFORE_ARRIVAL,
  ALREADY_IN_DELEGATION,
  /// family with no delegate above it
  NO_HOST,
  /// family under a delegate who waits
  HOST_WAITS,
  /// holds a formula, or would be run as one by a spreadsheet
  FORMULA
}
