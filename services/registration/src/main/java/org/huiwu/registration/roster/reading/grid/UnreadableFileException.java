package org.huiwu.registration.roster.reading.grid;

/// The file as a whole cannot be read; nothing of it was shown.
public final class UnreadableFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Refusal refusal;
  private final String where;

  UnreadableFileException(Refusal refusal, String where) {
    super(refusal.name());
    this.refusal = refusal;
    this.where = where;
  }

  UnreadableFileException(Refusal refusal, String where, Throwable cause) {
    super(refusal.name(), cause);
    this.refusal = refusal;
    this.where = where;
  }

  public Refusal refusal() {
    return refusal;
  }

  /// A part of the file, a row or a limit, e.g. `xl/vbaProject.bin`; empty for the file as a whole.
  public String where() {
    return where;
  }
}
