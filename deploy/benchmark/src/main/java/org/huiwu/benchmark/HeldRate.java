package org.huiwu.benchmark;

import java.time.Duration;
import java.util.Map;
import org.huiwu.benchmark.method.Arrivals;
import org.huiwu.benchmark.method.Passage;

/// L3, last third: the highest rate of changes that the relay holds for a minute with a lag under a
/// second, from the intended start to the arrival in Kafka, the writers being the real service. The
/// rates are gone up until one is not held.
final class HeldRate {
  private static final int CONFERENCES = 8;
  private static final int SESSIONS = 64;
  private static final int THREADS = 8;
  private static final double LONGEST_MILLIS = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private HeldRate() {}

  static void measure(String[] args) throws Exception {
    var options =
        new Options(
            args,
            Map.of(
                "--seconds", "60", "--rates", "100,200,400,600,800,1000,1500,2000", "--seed", "1"));
    try (var servers = Servers.start();
        var venue = new VenueInside(servers, CONFERENCES, SESSIONS);
        var arrivals = new OutboxArrivals(servers)) {
      for (var rate : options.numbers("--rates")) {
        var passage =
            new Passage(
                Arrivals.poisson(rate, options.seconds("--seconds"), options.number("--seed")));
        arrivals.expect(passage);
        passage.run(THREADS, venue::move);
        var all = passage.awaitAll(PATIENCE);
        var latencies = passage.latencies();
        var held = all && latencies.millis(1) < LONGEST_MILLIS;
        System.out.println(latencies.row("L3 " + rate + "/s " + (held ? "held" : "NOT HELD")));
        if (!held) {
          return;
        }
      }
    }
  }
}
