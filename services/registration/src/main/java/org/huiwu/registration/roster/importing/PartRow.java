package org.huiwu.registration.roster.importing;

import java.util.UUID;
import org.huiwu.registration.roster.queue.StoredRow;
import org.huiwu.registration.roster.reading.Admission;
import org.huiwu.registration.roster.reading.Admission.Waiting;

/// A row of a part.
///
/// @param print of its cells, see [org.huiwu.registration.roster.queue.RowPrint]
/// @param nth of that print in its file, from 0
record PartRow(Admission admission, String print, int nth) {

  /// As it waits, with whom it accompanies.
  StoredRow stored(UUID roster) {
    var host = admission instanceof Waiting waits ? waits.host() : null;
    var hostName =
        admission instanceof Admission.Admitted admitted
            ? admitted.host()
            : host == null ? null : host.name();
    return new StoredRow(
        roster, admission.origin(), print, nth, hostName, host == null ? null : host.row());
  }
}
