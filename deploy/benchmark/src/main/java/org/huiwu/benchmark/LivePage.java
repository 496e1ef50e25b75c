package org.huiwu.benchmark;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.huiwu.benchmark.method.Arrivals;
import org.huiwu.benchmark.method.Blocks;
import org.huiwu.benchmark.method.Passage;
import org.huiwu.benchmark.method.Ratio;
import org.huiwu.benchmark.method.Samples;
import org.huiwu.benchmark.method.Target;

/// L2: a change of one hop until a live page has parsed that it settled, against the bare pipe and
/// one raw loopback frame after it. Through the door both ways: from the intended start it is what
/// people see; from the platform's own stamp of receipt it is what the platform does of it.
final class LivePage {
  private static final int THREADS = 8;
  private static final int SESSIONS = 500;

  private final SessionDesk desk;
  private final LiveStream page;
  private final Map<Integer, Samples> received = new ConcurrentHashMap<>();
  private int next;

  private LivePage(SessionDesk desk, LiveStream page) {
    this.desk = desk;
    this.page = page;
  }

  static void measure(String[] args) throws Exception {
    var options = Options.ofPlatform(args, 20);
    var address = options.text("--url");
    var administrator = options.administrator();
    try (var servers = Servers.start();
        var bare = BarePipe.asRipples(servers);
        var loopback = new Loopback()) {
      var desk = new SessionDesk(address, administrator, SESSIONS);
      try (var page = new LiveStream(desk.door(), desk.conference())) {
        new LivePage(desk, page).measure(options, bare, loopback);
      }
    }
  }

  private void measure(Options options, BarePipe bare, Loopback loopback) throws Exception {
    var rate = options.number("--rate");
    var length = options.seconds("--seconds");
    var seed = options.number("--seed");
    var warm = Arrivals.evenly(rate, length);
    run(-1, warm);
    bare.run(warm, loopback::tell);
    received.clear();
    var blocks =
        Blocks.interleaved(
            options.number("--blocks"),
            i -> run(i, Arrivals.poisson(rate, length, seed + i)),
            i -> bare.run(Arrivals.poisson(rate, length, seed + i), loopback::tell).latencies());
    var platform =
        new Blocks(
            received.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList(),
            blocks.baseline());
    System.out.println(
        Samples.pooled(blocks.measured()).row("intended start -> parsed by a live page"));
    System.out.println(
        Samples.pooled(platform.measured()).row("received by the platform -> parsed"));
    System.out.println(Samples.pooled(blocks.baseline()).row("bare pipe and a loopback frame"));
    System.out.println(
        Ratio.of(blocks, 0.5, seed).row("L2 p50 from the intended start", new Target.AtMost(2)));
    System.out.println(
        Ratio.of(platform, 0.5, seed).row("L2 p50 from the receipt", new Target.AtMost(2)));
  }

  private Samples run(int block, Arrivals arrivals) throws Exception {
    Map<Integer, String> changes = new ConcurrentHashMap<>();
    var from = next;
    next += arrivals.size();
    var passage = new Passage(arrivals);
    passage.run(THREADS, n -> changes.put(n, desk.move(from + n)));
    var own = new Figures();
    for (var one : changes.entrySet()) {
      var parsed = page.settled(one.getValue());
      passage.ended(one.getKey(), parsed);
      own.add(Duration.between(desk.receivedAt(one.getValue()), instant(parsed)).toNanos());
    }
    received.put(block, own.samples());
    return passage.latencies();
  }

  /// The same machine's other clock.
  private static Instant instant(long nano) {
    return Clock.systemUTC().instant().plusNanos(nano - System.nanoTime());
  }
}
