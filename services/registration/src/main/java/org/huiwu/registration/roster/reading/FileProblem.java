package org.huiwu.registration.roster.reading;

import java.util.Locale;
import org.huiwu.registration.roster.reading.grid.Refusal;
import org.jspecify.annotations.Nullable;

/// What is wrong with a file as a whole: row 0 of `issues.csv`.
///
/// @param value the code of an unknown delegation, otherwise empty
/// @param refusal why the file cannot be read, null unless that is the problem
public record FileProblem(Kind kind, String value, @Nullable Refusal refusal) {

  /// The field under which it is reported.
  public enum Kind {
    FILE,
    HEADER,
    DELEGATION;

    /// `file`, `header`, `delegation`.
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static FileProblem unreadable(Refusal refusal) {
    return new FileProblem(Kind.FILE, "", refusal);
  }

  static FileProblem noHeader() {
    return new FileProblem(Kind.HEADER, "", null);
  }

  /// For the caller, who knows the delegations. It comes before all else: such a file is not read.
  public static FileProblem unknownDelegation(String code) {
    return new FileProblem(Kind.DELEGATION, code, null);
  }
}
