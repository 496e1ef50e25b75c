package org.huiwu.registration.roster.reading;

import org.jspecify.annotations.Nullable;

/// Whether a row's person goes in.
public sealed interface Admission {

  /// @param host for family, the name of the delegate above it; null for a delegate
  record Admitted(PersonRow person, @Nullable String host) implements Admission {}

  /// The row waits for a clerk, perhaps for more cells than the reading alone found.
  record Waiting(WaitingRow row) implements Admission {}
}
