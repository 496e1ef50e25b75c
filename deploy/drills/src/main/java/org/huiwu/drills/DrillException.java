package org.huiwu.drills;

/// Why a drill cannot go on: one line that names the file, the line and the value, or the address
/// and the answer.
public final class DrillException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DrillException(String line) {
    super(line);
  }

  DrillException(String line, Throwable cause) {
    super(line, cause);
  }
}
