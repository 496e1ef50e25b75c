package org.huiwu.benchmark;

import java.time.Duration;
import java.util.Map;
import org.huiwu.benchmark.method.Arrivals;
import org.huiwu.benchmark.method.Blocks;
import org.huiwu.benchmark.method.Ratio;
import org.huiwu.benchmark.method.Samples;
import org.huiwu.benchmark.method.Target;

/// L1, first half: a change of one hop (see [VenueInside]) until its manifest's version is
/// committed, against the bare pipe on the same servers, by the same schedule of arrivals.
final class OneHop {
  private static final Duration WARM = Duration.ofSeconds(20);
  private static final int WARM_RATE = 200;
  private static final int SESSIONS = 64;

  private OneHop() {}

  static void measure(String[] args) throws Exception {
    var options =
        new Options(
            args, Map.of("--blocks", "6", "--seconds", "30", "--rates", "20,200", "--seed", "1"));
    try (var servers = Servers.start();
        var hop = new Hop(servers, SESSIONS);
        var bare = BarePipe.asRipples(servers)) {
      var warm = Arrivals.poisson(WARM_RATE, WARM, 0);
      hop.run(warm);
      bare.run(warm);
      for (var rate : options.numbers("--rates")) {
        var seed = options.number("--seed");
        var blocks =
            Blocks.interleaved(
                options.number("--blocks"),
                i ->
                    hop.run(Arrivals.poisson(rate, options.seconds("--seconds"), seed + i))
                        .latencies(),
                i ->
                    bare.run(Arrivals.poisson(rate, options.seconds("--seconds"), seed + i))
                        .latencies());
        print(rate, blocks, seed);
        hop.verify();
      }
    }
  }

  private static void print(int rate, Blocks blocks, long seed) {
    System.out.println(
        Samples.pooled(blocks.measured()).row("change -> manifest committed, " + rate + "/s"));
    System.out.println(Samples.pooled(blocks.baseline()).row("bare pipe, " + rate + "/s"));
    System.out.println(
        Ratio.of(blocks, 0.5, seed).row("L1 one hop p50, " + rate + "/s", new Target.AtMost(1.5)));
    System.out.println(
        Ratio.of(blocks, 0.99, seed).row("L1 one hop p99, " + rate + "/s", new Target.AtMost(2.5)));
  }
}
