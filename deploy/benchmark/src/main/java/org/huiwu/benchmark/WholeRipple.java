package org.huiwu.benchmark;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.huiwu.benchmark.method.Arrivals;
import org.huiwu.benchmark.method.Blocks;
import org.huiwu.benchmark.method.Passage;
import org.huiwu.benchmark.method.Ratio;
import org.huiwu.benchmark.method.Samples;

/// L1, second half: the whole ripple of single-person changes (diet, route, itinerary in turn) on a
/// platform that is idle but for them, from the command's receipt to the settled row, by the
/// platform's own stamps. The bare pipe, on servers of the same kind, runs by the same schedule.
final class WholeRipple {
  private static final int THREADS = 4;

  private final Desk desk;
  private final LiveStream page;
  private final Map<String, Figures> kinds = new TreeMap<>();
  private Figures heard = new Figures();
  private int next;

  private WholeRipple(Desk desk, LiveStream page) {
    this.desk = desk;
    this.page = page;
  }

  static void measure(String[] args) throws Exception {
    var options = Options.ofPlatform(args, 4);
    var address = options.text("--url");
    var administrator = options.administrator();
    try (var servers = Servers.start();
        var bare = BarePipe.flushed(servers)) {
      var desk = new Desk(address, administrator);
      try (var page = new LiveStream(desk.door(), desk.conference())) {
        new WholeRipple(desk, page).measure(options, bare);
      }
    }
  }

  private void measure(Options options, BarePipe bare) throws Exception {
    var rate = options.number("--rate");
    var length = options.seconds("--seconds");
    var seed = options.number("--seed");
    var warm = Arrivals.evenly(4 * rate, length);
    run(warm);
    bare.run(warm);
    kinds.clear();
    heard = new Figures();
    var blocks =
        Blocks.interleaved(
            options.number("--blocks"),
            i -> run(Arrivals.poisson(rate, length, seed + i)),
            i -> bare.run(Arrivals.poisson(rate, length, seed + i)).latencies());
    var stored = Samples.pooled(blocks.measured());
    System.out.println(stored.row("L1 whole ripple: received -> settled"));
    kinds.forEach((kind, figures) -> System.out.println(figures.row("  " + kind)));
    System.out.println(heard.row("intended start -> live page has parsed 'settled'"));
    System.out.println(Samples.pooled(blocks.baseline()).row("bare pipe"));
    System.out.printf(
        "aim p50 <= 10 ms: %s   p99 <= 40 ms: %s%n",
        stored.millis(0.5) <= 10 ? "met" : "NOT MET",
        stored.millis(0.99) <= 40 ? "met" : "NOT MET");
    for (var quantile : new double[] {0.5, 0.99}) {
      var ratio = Ratio.of(blocks, quantile, seed);
      System.out.printf(
          "ratio to the bare pipe, p%.0f: %.1f [%.1f, %.1f], baseline against itself %.2f%s%n",
          100 * quantile,
          ratio.value(),
          ratio.low(),
          ratio.high(),
          ratio.self(),
          ratio.isVoid() ? " VOID" : "");
    }
  }

  /// What is there is read beforehand, so that only the changes themselves go by the schedule.
  private Samples run(Arrivals arrivals) throws Exception {
    var prepared =
        IntStream.range(0, arrivals.size()).mapToObj(i -> desk.prepare(next + i)).toList();
    next += arrivals.size();
    Map<Integer, Desk.Made> made = new ConcurrentHashMap<>();
    var passage = new Passage(arrivals);
    passage.run(THREADS, n -> made.put(n, desk.send(prepared.get(n))));
    var stored = new Figures();
    for (var one : made.entrySet()) {
      heard.add(page.settled(one.getValue().change()) - passage.intended(one.getKey()));
      var own = desk.storedNanos(one.getValue().change());
      stored.add(own);
      kinds.computeIfAbsent(one.getValue().kind(), _ -> new Figures()).add(own);
    }
    return stored.samples();
  }
}
