package org.huiwu.simulator;

/// A service's process ends here. No [Exception], so that nobody handles it.
final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  Crash(String where) {
    super(where, null, false, false);
  }
}
