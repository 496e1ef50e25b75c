package org.huiwu.drills;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Counts the steps of the drill, and lets happen what is to happen after one.
record Moments(Map<Integer, Happening> after) implements Drill.Console {

  interface Happening {
    void happens() throws Exception;
  }

  @Override
  public void say(String line) {
    // the differences say it
  }

  @Override
  public Progress progress(int total) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new Progress(nowhere, false, total) {
      private int steps;

      @Override
      void step(String what) {
        super.step(what);
        try {
          after.getOrDefault(++steps, () -> {}).happens();
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }
}
