package org.huiwu.registration.roster.reading;

/// Is given the rows of a roster one by one, in the order of the file.
@FunctionalInterface
public interface RosterSink {
  void accept(ReadRow row);

  /// Before the first row.
  ///
  /// @param rows how many the file has that are not blank, headers and notes among them
  default void begin(int rows) {}
}
