package org.huiwu.registration.roster.reading;

import org.jspecify.annotations.Nullable;

/// Whether a row's person goes in.
public sealed interface Admission {

  /// @param host for family, the name of the delegate above it; null for a delegate
  record Admitted(PersonRow person, @Nullable String host) implements Admission {}

  /// The row waits for a clerk, perhaps for more cells than the reading alone found.
  ///
  /// @param host for family, the delegate above it, who may wait too; null if there is none
  record Waiting(WaitingRow row, @Nullable HostAbove host) implements Admission {}

  /// The delegate above a row of family.
  ///
  /// @param name null if that waits itself
  /// @param row the sheet's own
  record HostAbove(@Nullable String name, int row) {}

  /// Where the row stands.
  default RowOrigin origin() {
    return switch (this) {
      case Admitted admitted -> admitted.person().origin();
      case Waiting waits -> waits.row().origin();
    };
  }
}
