package org.huiwu.benchmark;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.huiwu.benchmark.method.Blocks;
import org.huiwu.benchmark.method.Ratio;
import org.huiwu.benchmark.method.Samples;
import org.huiwu.benchmark.method.Target;
import org.huiwu.platform.messaging.Origin;
import org.springframework.jdbc.core.JdbcTemplate;

/// L3, second third: commits a second of four writers, each with a conference of its own, with the
/// outbox row and the relay that carries it, against the same transaction (the conference's lock,
/// one fact) without. As fast as they can: this is about throughput, so the loop is closed.
final class WritersTax {
  private static final int WRITERS = 4;
  private static final long LOOK_NANOS = 20_000_000;
  private static final double NANOS_A_SECOND = 1e9;

  private record State(String code, String hall) {}

  private interface Write {
    void write(UUID conference, long n);
  }

  private final VenueInside venue;
  private final JdbcTemplate jdbc;
  private final Duration length;
  private final AtomicLong next = new AtomicLong();

  private WritersTax(VenueInside venue, JdbcTemplate jdbc, Duration length) {
    this.venue = venue;
    this.jdbc = jdbc;
    this.length = length;
  }

  static void measure(String[] args) throws Exception {
    var options = new Options(args, Map.of("--blocks", "6", "--seconds", "10", "--seed", "1"));
    try (var servers = Servers.start();
        var venue = new VenueInside(servers, WRITERS, 1)) {
      var tax = new WritersTax(venue, venue.jdbc(), options.seconds("--seconds"));
      tax.createTable();
      tax.commits(tax::withOutbox);
      tax.commits(tax::without);
      var blocks =
          Blocks.interleaved(
              options.number("--blocks"),
              _ -> tax.commits(tax::withOutbox),
              _ -> tax.commits(tax::without));
      System.out.printf(
          "with outbox and relay %,d commits/s, without %,d (medians of %d)%n",
          Samples.pooled(blocks.measured()).quantile(0.5),
          Samples.pooled(blocks.baseline()).quantile(0.5),
          blocks.pairs());
      System.out.println(
          Ratio.of(blocks, 0.5, options.number("--seed"))
              .row("L3 writers' tax, with / without outbox", new Target.AtLeast(0.8)));
    }
  }

  private void createTable() {
    jdbc.execute(
        "create table benchmark_fact (conference uuid, n bigint, hall text, primary key (conference, n))");
  }

  private Samples commits(Write write) throws Exception {
    var begun = System.nanoTime();
    var count = new AtomicLong();
    try (var threads = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<?>> all =
          venue.conferences().stream()
              .<Future<?>>map(conference ->
                  threads.submit(() -> {
                    while (System.nanoTime() - begun < length.toNanos()) {
                      write.write(conference, next.incrementAndGet());
                      count.incrementAndGet();
                    }
                  }))
              .toList();
      for (var one : all) {
        one.get();
      }
    }
    var nanos = System.nanoTime() - begun;
    awaitDrained();
    return Samples.of(Math.round(count.get() * NANOS_A_SECOND / nanos));
  }

  /// What this block has left to the relay is not the next one's burden.
  private void awaitDrained() {
    while (Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select 1 from outbox o, relay_cursor c where o.tx >= pg_snapshot_xmin(c.snapshot)"
                + " and not pg_visible_in_snapshot(o.tx, c.snapshot))",
            Boolean.class))) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private void fact(UUID conference, long n) {
    jdbc.update("insert into benchmark_fact values (?, ?, ?)", conference, n, "hall " + n);
  }

  private void withOutbox(UUID conference, long n) {
    venue
        .changes()
        .change(
            conference,
            new Origin("move-session", "benchmark", "venue", null, Clock.systemUTC().instant()),
            scope -> {
              fact(conference, n);
              scope.changed("venue.session", "S", n, "session-moved", new State("S", "hall " + n));
              return n;
            });
  }

  private void without(UUID conference, long n) {
    venue
        .changes()
        .locked(
            conference,
            () -> {
              fact(conference, n);
              return n;
            });
  }
}
