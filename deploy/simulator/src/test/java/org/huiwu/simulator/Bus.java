package org.huiwu.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/// What lies on the topics, each of one partition. As Kafka promises, what is published in one
/// topic for one conference stays in the order in which it was published first; anything may come
/// again, at once or within a day, and topics know nothing of each other.
class Bus {
  private static final double AGAIN = 0.05;
  private static final int DAY_SECONDS = 24 * 60 * 60;

  /// @param nth in the order of publication over all topics
  record Lying(long nth, ConsumerRecord<String, byte[]> record) {}

  private record Late(Instant due, long nth, ProducerRecord<String, byte[]> record)
      implements Comparable<Late> {
    @Override
    public int compareTo(Late other) {
      var byTime = due.compareTo(other.due);
      return byTime != 0 ? byTime : Long.compare(nth, other.nth);
    }
  }

  /// One partition; what nobody will read again is forgotten.
  private static final class Topic {
    private final List<Lying> records = new ArrayList<>();
    private long begin;

    long end() {
      return begin + records.size();
    }

    void forget() {
      begin = end();
      records.clear();
    }
  }

  private final Map<String, Topic> topics = new LinkedHashMap<>();
  private final SortedSet<Late> late = new TreeSet<>();
  private final VirtualClock clock;
  private Published published = new Published();
  private RandomGenerator chance;
  private boolean faults;
  private long count;

  Bus(VirtualClock clock, RandomGenerator chance) {
    this.clock = clock;
    this.chance = chance;
  }

  /// Everything was read; from here on another conference, or one again from where this was said of
  /// it. Nothing comes twice yet.
  void begin(RandomGenerator chance, Published said) {
    this.chance = chance;
    this.faults = false;
    late.clear();
    published = said.copy();
    topics.values().forEach(Topic::forget);
  }

  /// What the services have said until now.
  Published said() {
    return published.copy();
  }

  /// From here on records may come again.
  void bringFaults() {
    faults = true;
  }

  boolean mischiefBegun() {
    return faults;
  }

  /// From a relay.
  void publish(ProducerRecord<String, byte[]> record) {
    published.check(record);
    lay(record);
    if (faults && chance.nextDouble() < AGAIN) {
      if (chance.nextBoolean()) {
        lay(record);
      } else {
        var due = clock.instant().plus(Duration.ofSeconds(chance.nextInt(DAY_SECONDS)));
        late.add(new Late(due, count, record));
      }
    }
  }

  /// Lays down what was to come again by now.
  void tick() {
    while (!late.isEmpty() && !late.getFirst().due().isAfter(clock.instant())) {
      lay(late.removeFirst().record());
    }
  }

  /// When the next duplicate is due; the far future when none is.
  Instant nextDue() {
    return late.isEmpty() ? Instant.MAX : late.getFirst().due();
  }

  /// When the last of them is due, if any is.
  Instant lastDue() {
    return late.getLast().due();
  }

  void lay(ProducerRecord<String, byte[]> record) {
    var topic = topics.computeIfAbsent(record.topic(), _ -> new Topic());
    topic.records.add(
        new Lying(
            count++,
            new ConsumerRecord<>(record.topic(), 0, topic.end(), record.key(), record.value())));
  }

  /// From that offset on.
  List<Lying> from(String name, long offset) {
    var topic = topics.computeIfAbsent(name, _ -> new Topic());
    var skipped = Math.clamp(offset - topic.begin, 0, topic.records.size());
    return topic.records.subList(skipped, topic.records.size());
  }

  /// Where on its topic this lies, from where the conference began.
  long place(ConsumerRecord<String, byte[]> record) {
    var topic = topics.get(record.topic());
    return topic == null ? 0 : record.offset() - topic.begin;
  }

  long end(String name) {
    var topic = topics.get(name);
    return topic == null ? 0 : topic.end();
  }
}
