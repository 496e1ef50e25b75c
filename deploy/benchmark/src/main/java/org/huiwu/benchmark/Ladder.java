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
          Map.<String, Rung>ofEntries(
              Map.entry("L1-hop", OneHop::measure),
              Map.entry("L1-ripple", WholeRipple::measure),
              Map.entry("L2", LivePage::measure),
              Map.entry("L3-drain", Drain::measure),
              Map.entry("L3-tax", WritersTax::measure),
              Map.entry("L3-rate", HeldRate::measure),
              Map.entry("L4", RelaySwap::measure),
              Map.entry("L5", Sizes::measure),
              Map.entry("L6", Burst::measure),
              Map.entry("L7", Audience::measure),
              Map.entry("L8", Recovery::measure),
              Map.entry("L9", StartAndMemory::measure)));

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
