package org.huiwu.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What one service reads next: of its topics any, but nothing is overtaken by more than 50 others;
/// a topic may be held up for as long as a day.
final class Delivery {
  private static final int WINDOW = 50;
  private static final int TOGETHER = 12;

  private final SimulatedService service;
  private final Bus bus;
  private final VirtualClock clock;
  private final RandomGenerator chance;
  private final Map<String, Instant> heldUp = new HashMap<>();
  private long oldest = -1;
  private int overtaken;

  Delivery(SimulatedService service, Bus bus, VirtualClock clock, RandomGenerator chance) {
    this.service = service;
    this.bus = bus;
    this.clock = clock;
    this.chance = chance;
  }

  SimulatedService service() {
    return service;
  }

  List<Bus.Lying> waiting(String topic) {
    return bus.from(topic, service.position(topic));
  }

  boolean anyWaiting() {
    return service.topics().stream().anyMatch(t -> !waiting(t).isEmpty());
  }

  /// Nothing of one topic is read for a while.
  String holdUp(Duration time) {
    var topic = service.topics().get(chance.nextInt(service.topics().size()));
    heldUp.merge(topic, clock.instant().plus(time), (a, b) -> a.isAfter(b) ? a : b);
    return topic;
  }

  /// When something that waits may be read again; the far future when nothing waits.
  Instant nextDue() {
    return service.topics().stream()
        .filter(t -> !waiting(t).isEmpty())
        .map(t -> heldUp.getOrDefault(t, Instant.MIN))
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  boolean mayRead() {
    return !readable().isEmpty();
  }

  private List<String> readable() {
    var open =
        service.topics().stream()
            .filter(t -> !waiting(t).isEmpty())
            .filter(t -> !heldUp.getOrDefault(t, Instant.MIN).isAfter(clock.instant()))
            .toList();
    var first = first();
    if (!open.isEmpty() && first.nth() == oldest && overtaken >= WINDOW) {
      return List.of(first.record().topic());
    }
    return open;
  }

  private Bus.Lying first() {
    return service.topics().stream()
        .flatMap(t -> waiting(t).stream().limit(1))
        .min(Comparator.comparingLong(Bus.Lying::nth))
        .orElseGet(() -> new Bus.Lying(-1, NOTHING));
  }

  private static final ConsumerRecord<String, byte[]> NOTHING =
      new ConsumerRecord<>("", 0, 0, "", new byte[0]);

  /// Some records of one topic, in order.
  List<Bus.Lying> next() {
    var open = readable();
    var topic = open.get(chance.nextInt(open.size()));
    var first = first();
    if (first.nth() != oldest) {
      oldest = first.nth();
      overtaken = 0;
    }
    var waiting = waiting(topic);
    var most = Math.min(waiting.size(), 1 + chance.nextInt(TOGETHER));
    if (!Objects.equals(first.record().topic(), topic)) {
      most = Math.min(most, WINDOW - overtaken);
      overtaken += most;
    }
    return List.copyOf(waiting.subList(0, Math.max(1, most)));
  }

  /// Everything that waits, topic by topic.
  List<Bus.Lying> all() {
    List<Bus.Lying> all = new ArrayList<>();
    service.topics().forEach(t -> all.addAll(waiting(t)));
    return all;
  }
}
