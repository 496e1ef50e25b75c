package org.huiwu.standalone;

/// Why the platform cannot start, in one line for whoever starts it.
final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartException(String line) {
    super(line);
  }

  StartException(String line, Throwable cause) {
    super(line, cause);
  }
}
