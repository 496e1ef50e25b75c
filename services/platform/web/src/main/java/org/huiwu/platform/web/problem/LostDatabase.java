package org.huiwu.platform.web.problem;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/// Whether something failed because the database was not there, or went away while it was asked:
/// the connection is gone (class 08, 57P01 to 57P05), there are no means (53), or the pool says so,
/// whose own exceptions have no SQL state.
final class LostDatabase {
  private LostDatabase() {}

  static boolean isCauseOf(@Nullable Throwable failure) {
    for (var at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException e && isGone(e.getSQLState())
          || at instanceof TransactionSystemException t && isCauseOf(t.getApplicationException())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isGone(@Nullable String state) {
    return state == null
        || state.startsWith("08")
        || state.startsWith("57P")
        || state.startsWith("53");
  }
}
