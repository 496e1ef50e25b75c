package org.huiwu.platform.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;

/// How far this service has read each partition, kept beside what it made of it. A move is
/// conditional on the stored value: a second consumer, or one that lost its lease, cannot pass.
final class Offsets {
  /// Somebody else has moved the offset: this consumer must stop.
  static final class MovedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    MovedException(String message) {
      super(message);
    }
  }

  record Position(long next, int leaderEpoch) {}

  private final JdbcTemplate jdbc;
  private final Map<TopicPartition, Long> stored = new HashMap<>();
  private final Map<TopicPartition, Position> passed = new HashMap<>();

  Offsets(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Map<TopicPartition, Position> load() {
    Map<TopicPartition, Position> found = new HashMap<>();
    jdbc.query(
        "select topic, partition, next_offset, coalesce(leader_epoch, -1) from consumer_offset",
        row -> {
          found.put(
              new TopicPartition(row.getString(1), row.getInt(2)),
              new Position(row.getLong(3), row.getInt(4)));
        });
    return found;
  }

  /// Takes the consumer's positions as the stored ones before the first record is read.
  void adopt(Collection<TopicPartition> partitions, Consumer<String, byte[]> consumer) {
    stored.clear();
    passed.clear();
    for (var partition : partitions) {
      var position = consumer.position(partition);
      jdbc.update(
          """
          insert into consumer_offset (topic, partition, next_offset) values (?, ?, ?)
          on conflict (topic, partition) do update set next_offset = excluded.next_offset\
          """,
          partition.topic(),
          partition.partition(),
          position);
      stored.put(partition, position);
    }
  }

  /// Records that were read and concern nobody here: they are remembered with the next move.
  void passed(Map<TopicPartition, Position> positions) {
    passed.putAll(positions);
  }

  /// Inside the transaction of the projection.
  void move(Map<TopicPartition, Position> positions) {
    Map<TopicPartition, Position> all = new LinkedHashMap<>(passed);
    all.putAll(positions);
    var partitions = List.copyOf(all.keySet());
    var rows =
        jdbc.update(
            """
            update consumer_offset o set next_offset = m.next_offset, leader_epoch = m.leader_epoch
            from unnest(?::text[], ?::int[], ?::bigint[], ?::bigint[], ?::int[])
              as m (topic, partition, was, next_offset, leader_epoch)
            where o.topic = m.topic and o.partition = m.partition and o.next_offset = m.was\
            """,
            partitions.stream().map(TopicPartition::topic).toArray(String[]::new),
            partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new),
            partitions.stream().map(stored::get).toArray(Long[]::new),
            partitions.stream().map(p -> at(all, p).next()).toArray(Long[]::new),
            partitions.stream().map(p -> at(all, p).leaderEpoch()).toArray(Integer[]::new));
    if (rows != partitions.size()) {
      throw new MovedException("An offset of " + partitions + " was moved by another consumer.");
    }
  }

  private static Position at(Map<TopicPartition, Position> all, TopicPartition partition) {
    return Objects.requireNonNull(all.get(partition));
  }

  /// After the transaction has committed.
  void moved(Map<TopicPartition, Position> positions) {
    passed.putAll(positions);
    passed.forEach((partition, position) -> stored.put(partition, position.next()));
    passed.clear();
  }
}
