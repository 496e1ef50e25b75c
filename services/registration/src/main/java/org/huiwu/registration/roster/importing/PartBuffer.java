package org.huiwu.registration.roster.importing;

import java.util.ArrayList;
import java.util.List;
import org.huiwu.registration.roster.reading.Admission;

/// Collects the rows of one part. A part is full with so many people, however many rows wait beside
/// them, and is closed only when one more comes: so the last part is known to be the last.
final class PartBuffer {
  private final int size;
  private final List<PartRow> rows = new ArrayList<>();
  private int people;

  PartBuffer(int size) {
    this.size = size;
  }

  /// Whether this row begins the next part.
  boolean isFullFor(PartRow row) {
    return row.admission() instanceof Admission.Admitted && people == size;
  }

  void add(PartRow row) {
    rows.add(row);
    if (row.admission() instanceof Admission.Admitted) {
      people++;
    }
  }

  List<PartRow> drain() {
    var part = List.copyOf(rows);
    rows.clear();
    people = 0;
    return part;
  }
}
