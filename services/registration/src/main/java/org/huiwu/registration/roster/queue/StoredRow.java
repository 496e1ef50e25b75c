package org.huiwu.registration.roster.queue;

import java.util.UUID;
import org.huiwu.registration.roster.reading.RowOrigin;
import org.jspecify.annotations.Nullable;

/// A row that waits, with all its cells.
///
/// @param print of its cells, see [RowPrint]
/// @param nth of that print in its file, from 0
/// @param hostName for family, as the delegate above is called; null for a delegate, or if that is
///   not known
/// @param hostRow where the delegate above stands; null for a delegate
public record StoredRow(
    UUID roster,
    RowOrigin origin,
    String print,
    int nth,
    @Nullable String hostName,
    @Nullable Integer hostRow) {}
