package org.huiwu.registration.roster;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An uploaded roster and what has come of it so far.
///
/// @param file as uploaded, e.g. `rosters/GD.xlsx`
/// @param delegation the file's name without folders and ending
/// @param rows of the file that are not blank, headers and notes among them; 0 until it was opened
/// @param read how many rows of people are dealt with
/// @param parts how many parts of the change are committed
/// @param people how many new ones went in
/// @param updated how many who were in were changed by it
/// @param unchanged how many who were in stand in it as they did
/// @param queued how many cells and people it gave a clerk to settle
/// @param missing how many who are in it leaves out
/// @param waiting how much of it waits for a clerk now
/// @param change set when done; null if nothing changed
public record Roster(
    UUID id,
    String file,
    String delegation,
    Status status,
    int rows,
    int read,
    int parts,
    int people,
    int updated,
    int unchanged,
    int queued,
    int missing,
    int waiting,
    @Nullable UUID change) {

  /// Refused: the file as a whole could not be read (row 0 of `issues.csv`).
  public enum Status {
    READING,
    DONE,
    REFUSED
  }
}
