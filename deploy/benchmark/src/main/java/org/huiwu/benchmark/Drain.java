package org.huiwu.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.huiwu.benchmark.method.Blocks;
import org.huiwu.benchmark.method.Ratio;
import org.huiwu.benchmark.method.Samples;
import org.huiwu.benchmark.method.Target;

/// L3, first third: rows committed while no relay ran, until all are in Kafka, against a raw
/// producer of the same records on the same broker. A row is two records: one for who has to act
/// upon it, flushed by the broker, one for who follows the ripples.
final class Drain {
  private static final String ACTED_UPON = "huiwu.venue.changes";
  private static final int A_COMMIT = 500;
  private static final long LOOK_NANOS = 2_000_000;
  private static final double NANOS_A_SECOND = 1e9;

  private final Servers servers;
  private final VenueInside venue;
  private final KafkaConsumer<String, byte[]> looking;
  private final String conference;
  private final int rows;

  private Drain(
      Servers servers, VenueInside venue, KafkaConsumer<String, byte[]> looking, int rows) {
    this.servers = servers;
    this.venue = venue;
    this.looking = looking;
    this.conference = venue.conferences().getFirst().toString();
    this.rows = rows;
  }

  static void measure(String[] args) throws Exception {
    var options = new Options(args, Map.of("--blocks", "4", "--rows", "200000", "--seed", "1"));
    var rows = options.number("--rows");
    try (var servers = Servers.start();
        var venue = new VenueInside(servers, 1, 1);
        var looking = Records.consumer(servers, OutboxArrivals.TOPIC)) {
      venue.move(0);
      venue.stopMessenger();
      servers.createTopic("raw.changes", true);
      servers.createTopic("raw.ripples", false);
      var drain = new Drain(servers, venue, looking, rows);
      var payload = drain.payload();
      drain.relay(payload);
      drain.raw(payload);
      var blocks =
          Blocks.interleaved(
              options.number("--blocks"), _ -> drain.relay(payload), _ -> drain.raw(payload));
      System.out.printf(
          "relay %,d rows/s, raw producer %,d rows/s (medians of %d, %,d rows of %d bytes)%n",
          Samples.pooled(blocks.measured()).quantile(0.5),
          Samples.pooled(blocks.baseline()).quantile(0.5),
          blocks.pairs(),
          rows,
          payload.length());
      System.out.println(
          Ratio.of(blocks, 0.5, options.number("--seed"))
              .row("L3 drain, relay / raw producer", new Target.AtLeast(0.3)));
    }
  }

  /// What a real change says.
  private String payload() throws SQLException {
    try (var connection = servers.connect(Inside.database("venue"));
        var statement = connection.createStatement();
        var found =
            statement.executeQuery("select payload from outbox order by seq desc limit 1")) {
      found.next();
      return found.getString(1);
    }
  }

  /// @return rows a second
  private Samples relay(String payload) throws Exception {
    fill(payload);
    var acted = OutboxArrivals.end(looking, ACTED_UPON) + rows;
    var rippled = OutboxArrivals.end(looking, OutboxArrivals.TOPIC) + rows;
    var begun = System.nanoTime();
    venue.beginMessenger();
    while (OutboxArrivals.end(looking, ACTED_UPON) < acted
        || OutboxArrivals.end(looking, OutboxArrivals.TOPIC) < rippled) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    var rate = rate(System.nanoTime() - begun);
    venue.awaitActive();
    venue.stopMessenger();
    return rate;
  }

  private void fill(String payload) throws SQLException {
    try (var connection = servers.connect(Inside.database("venue"));
        var empty = connection.createStatement();
        var insert =
            connection.prepareStatement(
                """
                insert into outbox (id, conference, channel, payload)
                select gen_random_uuid(), ?::uuid, 'changes', ? from generate_series(1, ?)\
                """)) {
      empty.execute("truncate outbox");
      for (int left = rows; left > 0; left -= A_COMMIT) {
        insert.setString(1, conference);
        insert.setString(2, payload);
        insert.setInt(3, Math.min(left, A_COMMIT));
        insert.executeUpdate();
      }
      empty.execute("analyze outbox");
    }
  }

  private Samples raw(String payload) throws Exception {
    var bytes = payload.getBytes(StandardCharsets.UTF_8);
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (var producer = Records.producer(servers)) {
      producer.partitionsFor("raw.changes");
      producer.partitionsFor("raw.ripples");
      var begun = System.nanoTime();
      for (int i = 0; i < rows; i++) {
        Stream.of("raw.changes", "raw.ripples")
            .map(topic -> producer.send(new ProducerRecord<>(topic, conference, bytes)))
            .forEach(sent::add);
      }
      for (var one : sent) {
        one.get();
      }
      return rate(System.nanoTime() - begun);
    }
  }

  private Samples rate(long nanos) {
    return Samples.of(Math.round(rows * NANOS_A_SECOND / nanos));
  }
}
