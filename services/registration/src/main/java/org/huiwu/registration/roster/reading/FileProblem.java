package org.huiwu.registration.roster.reading;

import java.util.Locale;
import org.huiwu.registration.roster.reading.grid.Refusal;
import org.jspecify.annotations.Nullable;

/// What is wrong with a file as a whole: row 0 of `issues.csv`.
///
/// @param value the code of an unknown delegation, otherwise empty
/// @param refusal why the file cannot be read, null unless that is the problem
/// @param where which part, row or limit; empty for the file as a whole
public record FileProblem(Kind kind, String value, @Nullable Refusal refusal, String where) {

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

  static FileProblem unreadable(Refusal refusal, String where) {
    return new FileProblem(Kind.FILE, "", refusal, where);
  }

  static FileProblem noHeader() {
    return new FileProblem(Kind.HEADER, "", null, "");
  }

  /// For the caller, who knows the delegations. It comes before all else: such a file is not read.
  public static FileProblem unknownDelegation(String code) {
    return new FileProblem(Kind.DELEGATION, code, null, "");
  }
}
