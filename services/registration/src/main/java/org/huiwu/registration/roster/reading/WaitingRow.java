package org.huiwu.registration.roster.reading;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of which at least one cell cannot be read with certainty: it waits as a whole, with all
/// its cells, and the rest of the file goes in. `RosterReader.settle` reads it again once a clerk
/// has said what the waiting cells mean.
///
/// @param waiting each cell that waits, once, in the order of the columns (a column that the table
///   lacks comes last)
/// @param name null if the name itself waits and is not known
/// @param companion marked as family; false also where just that cannot be read
public record WaitingRow(
    RowOrigin origin, List<WaitingCell> waiting, @Nullable String name, boolean companion)
    implements ReadRow {
  private static final Comparator<WaitingCell> BY_COLUMN =
      Comparator.comparing((WaitingCell cell) -> cell.column().isEmpty())
          .thenComparing(cell -> cell.column().length())
          .thenComparing(WaitingCell::column)
          .thenComparing(WaitingCell::field);

  public WaitingRow {
    waiting = waiting.stream().sorted(BY_COLUMN).toList();
  }
}
