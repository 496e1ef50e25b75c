package org.huiwu.drills;

import java.io.PrintStream;

/// A bar on a terminal, nothing elsewhere.
class Progress {
  private static final int WIDTH = 40;

  private final PrintStream out;
  private final boolean terminal;
  private final int total;
  private int done;

  Progress(PrintStream out, boolean terminal, int total) {
    this.out = out;
    this.terminal = terminal;
    this.total = Math.max(1, total);
  }

  void step(String what) {
    done++;
    if (terminal) {
      var filled = WIDTH * done / total;
      out.printf(
          "\r[%s%s] %d/%d %-30.30s",
          "#".repeat(filled), " ".repeat(WIDTH - filled), done, total, what);
      out.flush();
    }
  }

  void end() {
    if (terminal) {
      out.print("\r" + " ".repeat(WIDTH + 50) + "\r");
      out.flush();
    }
  }
}
