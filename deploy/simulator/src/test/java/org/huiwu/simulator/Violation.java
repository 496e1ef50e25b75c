package org.huiwu.simulator;

/// Something that must never be is.
final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Violation(String what) {
    super(what);
  }
}
