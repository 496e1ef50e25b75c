package org.huiwu.registration.roster.reading.grid;

/// The file as a whole cannot be read; nothing of it was shown.
public final class UnreadableFileException extends Exception {
  private final Refusal refusal;

  UnreadableFileException(Refusal refusal) {
    super(refusal.name());
    this.refusal = refusal;
  }

  UnreadableFileException(Refusal refusal, Throwable cause) {
    super(refusal.name(), cause);
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}
