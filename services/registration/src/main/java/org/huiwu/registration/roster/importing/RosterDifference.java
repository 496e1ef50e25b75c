package org.huiwu.registration.roster.importing;

import java.util.List;
import java.util.Map;
import org.huiwu.registration.roster.reading.RosterField;

/// What a roster does to the people of its delegation, one by one: told before it is done. Whom it
/// leaves out and what waits is in the clerk's queue.
///
/// @param newcomers who comes in, in the order of the file, as many as are told
/// @param corrected those who are in and whom it changes, as many as are told
public record RosterDifference(List<NewPerson> newcomers, List<CorrectedPerson> corrected) {
  public RosterDifference {
    newcomers = List.copyOf(newcomers);
    corrected = List.copyOf(corrected);
  }

  /// @param rank 1 ministerial to 4 other
  /// @param companion whether a delegate's family
  public record NewPerson(String name, int rank, String title, boolean companion) {}

  /// @param name as it stands before
  /// @param fields only those that change
  public record CorrectedPerson(String person, String name, Map<RosterField, FieldChange> fields) {}

  /// In the words of the wire; times local to the conference; empty for nothing.
  public record FieldChange(String before, String after) {}
}
