package org.huiwu.benchmark;

import java.util.Map;
import org.huiwu.benchmark.method.Arrivals;
import org.huiwu.benchmark.method.Blocks;
import org.huiwu.benchmark.method.Ratio;
import org.huiwu.benchmark.method.Samples;
import org.huiwu.benchmark.method.Target;

/// L6: a thousand changes at once to the sessions of one conference, until every manifest is
/// committed as the owner's facts say (which is looked up afterwards), against the bare pipe on the
/// same burst.
final class Burst {
  private static final int SESSIONS = 64;

  private Burst() {}

  static void measure(String[] args) throws Exception {
    var options = new Options(args, Map.of("--blocks", "10", "--changes", "1000", "--seed", "1"));
    var burst = Arrivals.atOnce(options.number("--changes"));
    try (var servers = Servers.start();
        var hop = new Hop(servers, SESSIONS);
        var bare = BarePipe.asRipples(servers)) {
      for (int warm = 0; warm < 2; warm++) {
        hop.run(burst);
        bare.run(burst);
      }
      var blocks =
          Blocks.interleaved(
              options.number("--blocks"),
              _ -> {
                var duration = hop.run(burst).duration();
                hop.verify();
                return Samples.of(duration);
              },
              _ -> Samples.of(bare.run(burst).duration()));
      System.out.println(
          Samples.pooled(blocks.measured()).row(burst.size() + " changes at once -> all equal"));
      System.out.println(Samples.pooled(blocks.baseline()).row("bare pipe, the same burst"));
      System.out.println(
          Ratio.of(blocks, 0.5, options.number("--seed"))
              .row("L6 burst / bare pipe", new Target.AtMost(2)));
    }
  }
}
