package org.huiwu.registration.roster.reading.grid;

/// Is shown the visible sheets of a file in their order, and the rows of each in theirs.
public interface RowVisitor {

  /// @param name empty for a delimited file
  void sheet(String name);

  void row(GridRow row);
}
