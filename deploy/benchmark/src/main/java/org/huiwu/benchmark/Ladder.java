package org.huiwu.benchmark;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// `RUNG [--option VALUE]`: one rung of the ladder, once. Ends with 0 when it was measured,
/// whatever came of it (void, too); with 1 when something went wrong; with 2 when it was not
/// understood.
public final class Ladder {
  private interface Rung {
    void measure(String[] args) throws Exception;
  }

  private static final int NOT_UNDERSTOOD = 2;

  private static final Map<String, Rung> RUNGS =
      new TreeMap<>(
          Map.of(
              "L1-hop", OneHop::measure,
              "L1-ripple", WholeRipple::measure,
              "L2", LivePage::measure,
              "L3-drain", Drain::measure,
              "L3-tax", WritersTax::measure,
              "L3-rate", HeldRate::measure,
              "L4", RelaySwap::measure,
              "L6", Burst::measure,
              "L8", Recovery::measure,
              "L9", StartAndMemory::measure));

  private Ladder() {}

  public static void main(String[] args) throws Exception {
    var rung = args.length == 0 ? null : RUNGS.get(args[0]);
    if (rung == null) {
      System.err.println("The rungs are " + String.join(", ", RUNGS.keySet()) + ".");
      System.exit(NOT_UNDERSTOOD);
      return;
    }
    try {
      rung.measure(Arrays.copyOfRange(args, 1, args.length));
    } catch (Options.UnknownException e) {
      System.err.println(e.getMessage());
      System.exit(NOT_UNDERSTOOD);
    }
  }
}
