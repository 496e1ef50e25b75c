package org.huiwu.registration.roster.reading.grid;

/// Stops a parser at a limit; parsers let runtime exceptions pass. Becomes an
/// [UnreadableFileException] where the file is opened.
final class BeyondLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Refusal refusal;
  private final String where;

  BeyondLimitException(Refusal refusal, String where) {
    super(refusal + " " + where, null, false, false);
    this.refusal = refusal;
    this.where = where;
  }

  UnreadableFileException unreadable() {
    return new UnreadableFileException(refusal, where, this);
  }
}
