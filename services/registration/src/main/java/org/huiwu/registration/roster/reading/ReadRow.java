package org.huiwu.registration.roster.reading;

/// A row of a roster that is a person's: read, or waiting for a clerk.
public sealed interface ReadRow permits PersonRow, WaitingRow {
  RowOrigin origin();
}
