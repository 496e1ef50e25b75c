package org.huiwu.benchmark;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.huiwu.benchmark.method.Arrivals;
import org.huiwu.benchmark.method.Passage;
import org.huiwu.benchmark.method.Samples;

/// L4: the same service, outbox, database and broker; only what carries the changes to Kafka is
/// swapped: the platform's relay, one poller with `for update skip locked` every 100 ms, two of
/// them (a service has two instances), Debezium embedded as it is and tuned, Spring Modulith's
/// externalization as it is and one event after the other. Some writers hold their row's number for
/// a while before they commit, some roll back.
///
/// For each: from the intended start of the change to its arrival in Kafka, CPU a change (this
/// process with the writers, the broker and the carrier, and PostgreSQL), changes lost, changes
/// that arrived after one of their conference that was committed later.
///
/// Ends with 1 when the platform's relay lost or inverted anything.
final class RelaySwap {
  private static final int CONFERENCES = 8;
  private static final int SESSIONS = 16;
  private static final int THREADS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final double HELD = 0.1;
  private static final double ROLLED_BACK = 0.05;
  private static final int LONGEST_HOLD_NANOS = 20_000_000;

  private static final String OURS = "the platform's relay";

  private interface Start {
    Carrier carrier() throws Exception;
  }

  private static final class Outcome {
    private final List<Samples> latencies = new ArrayList<>();
    private Duration cpu = Duration.ZERO;
    private int changes;
    private int lost;
    private int inverted;
    private int doubled;

    String row(String name) {
      return "%s   CPU %.2f ms a change   lost %d   inverted %d   doubled %d"
          .formatted(
              Samples.pooled(latencies).row(name),
              cpu.toNanos() / 1e6 / changes,
              lost,
              inverted,
              doubled);
    }
  }

  private final Servers servers;
  private final VenueInside venue;
  private final OutboxArrivals arrivals;

  private RelaySwap(Servers servers, VenueInside venue, OutboxArrivals arrivals) {
    this.servers = servers;
    this.venue = venue;
    this.arrivals = arrivals;
  }

  static void measure(String[] args) throws Exception {
    var options =
        new Options(
            args, Map.of("--blocks", "4", "--seconds", "20", "--rate", "100", "--seed", "1"));
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    try (var servers = Servers.startWithLogicalLog();
        var venue = new VenueInside(servers, CONFERENCES, SESSIONS);
        var arrivals = new OutboxArrivals(servers)) {
      venue.stopMessenger();
      var swap = new RelaySwap(servers, venue, arrivals);
      // the first round is for warming up
      for (int block = -1; block < options.number("--blocks"); block++) {
        var schedule =
            Arrivals.poisson(
                options.number("--rate"),
                options.seconds("--seconds"),
                options.number("--seed") + block);
        for (var one : swap.carriers().entrySet()) {
          var outcome = new Outcome();
          swap.run(
              one.getValue(),
              schedule,
              options.number("--seed") + block,
              block < 0 ? outcome : outcomes.computeIfAbsent(one.getKey(), _ -> outcome));
        }
      }
    }
    outcomes.forEach((name, outcome) -> System.out.println(outcome.row(name)));
    var ours = Objects.requireNonNull(outcomes.get(OURS));
    if (ours.lost + ours.inverted > 0) {
      System.exit(1);
    }
  }

  private Map<String, Start> carriers() {
    Map<String, Start> all = new LinkedHashMap<>();
    all.put(OURS, () -> OwnRelay.started(venue));
    all.put("one poller, skip locked, 100 ms", () -> SeveralPollers.started(servers, 1));
    all.put("two pollers, skip locked, 100 ms", () -> SeveralPollers.started(servers, 2));
    all.put("Debezium embedded, untouched", () -> LogReader.untouched(servers));
    all.put("Debezium embedded, tuned", () -> LogReader.tuned(servers));
    all.put("Modulith, untouched", () -> new Externalization(servers, venue, false));
    all.put("Modulith, one by one", () -> new Externalization(servers, venue, true));
    return all;
  }

  private void run(Start start, Arrivals schedule, long seed, Outcome outcome) throws Exception {
    emptyOutbox();
    try (var carrier = start.carrier()) {
      block(carrier, schedule, seed, outcome);
    }
  }

  private void block(Carrier carrier, Arrivals schedule, long seed, Outcome outcome)
      throws Exception {
    var random = new Random(seed);
    var holds =
        IntStream.range(0, schedule.size())
            .map(_ -> random.nextDouble() < HELD ? random.nextInt(LONGEST_HOLD_NANOS) : 0)
            .toArray();
    var fails =
        IntStream.range(0, schedule.size())
            .mapToObj(_ -> random.nextDouble() < ROLLED_BACK)
            .toList();
    var committed = new AtomicInteger();
    var used = CpuTime.ofAll();
    var passage = new Passage(schedule);
    arrivals.expect(passage);
    passage.run(
        THREADS,
        n -> {
          try {
            venue.move(n, holds[n], fails.get(n), carrier::changed);
            committed.incrementAndGet();
          } catch (VenueInside.RolledBackException _) {
            passage.withdrawn(n);
          }
        });
    passage.awaitAll(PATIENCE);
    outcome.cpu = outcome.cpu.plus(CpuTime.ofAll().minus(used));
    outcome.changes += committed.get();
    outcome.lost += passage.missing();
    outcome.inverted += arrivals.tally().inverted();
    outcome.doubled += arrivals.tally().doubled();
    outcome.latencies.add(passage.latencies());
  }

  private void emptyOutbox() throws SQLException {
    try (var connection = servers.connect(Inside.database("venue"));
        var statement = connection.createStatement()) {
      statement.execute("truncate outbox");
    }
  }
}
