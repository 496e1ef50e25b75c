package org.huiwu.benchmark.method;

/// What a ratio says about what was aimed at. None of them ends a build.
public enum Verdict {
  /// The whole interval is within the aim.
  MET("met"),
  /// The whole interval is outside of it.
  MISSED("NOT MET"),
  /// The aim lies within the interval: more blocks would tell.
  UNDECIDED("undecided"),
  /// The baseline differed from itself: the machine was not steady, and nothing can be said.
  VOID("VOID");

  private final String said;

  Verdict(String said) {
    this.said = said;
  }

  @Override
  public String toString() {
    return said;
  }
}
