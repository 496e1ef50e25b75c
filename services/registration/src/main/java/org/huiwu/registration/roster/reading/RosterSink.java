package org.huiwu.registration.roster.reading;

/// Is given the rows of a roster one by one, in the order of the file.
@FunctionalInterface
public interface RosterSink {
  void accept(ReadRow row);
}
