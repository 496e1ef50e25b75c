package org.huiwu.registration.roster.reading.grid;

/// Why a file as a whole was not read.
public enum Refusal {
  /// no byte, or no cell that is not blank on a visible sheet
  EMPTY,
  /// more bytes, parts or unpacked bytes than a roster can have
  TOO_BIG,
  TOO_MANY_ROWS,
  /// a row with more columns than a spreadsheet has
  TOO_MANY_COLUMNS,
  /// a text longer than a spreadsheet's cell holds
  TEXT_TOO_LONG,
  /// begins like a workbook and cannot be read to its end
  DAMAGED,
  /// neither a workbook nor text in UTF-8 or GB 18030
  NOT_A_TABLE,
  ENCRYPTED,
  MACROS,
  /// declares a document type, which no office program writes
  DOCTYPE
}
