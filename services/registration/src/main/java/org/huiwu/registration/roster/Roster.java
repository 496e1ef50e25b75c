package org.huiwu.registration.roster;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An uploaded roster and what has come of it so far.
///
/// @param file as uploaded, e.g. `rosters/GD.xlsx`
/// @param delegation the file's name without folders and ending
/// @param people how many went in
/// @param waiting how many cells wait for a clerk
/// @param change set when done; null if nobody went in: then nothing changed
public record Roster(
    UUID id,
    String file,
    String delegation,
    Status status,
    int people,
    int waiting,
    @Nullable UUID change) {

  /// Refused: the file as a whole could not be read (row 0 of `issues.csv`).
  public enum Status {
    READING,
    DONE,
    REFUSED
  }
}
