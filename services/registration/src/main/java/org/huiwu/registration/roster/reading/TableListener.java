package org.huiwu.registration.roster.reading;

/// Is told where the tables of a file begin.
@FunctionalInterface
interface TableListener {

  /// A header, which may come again on the pages of one table.
  ///
  /// @param first its first row, 1-based; that of the groups, where there are any
  /// @param last its last row
  void begin(int first, int last, Columns columns);
}
