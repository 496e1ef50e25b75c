package org.huiwu.simulator;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/// What all services have to publish and to read of one conference.
final class Deliveries {
  private final Bus bus;
  private final List<Delivery> all;

  Deliveries(Platform platform, RandomGenerator chance) {
    this.bus = platform.bus();
    this.all = platform.all().map(s -> new Delivery(s, bus, platform.clock(), chance)).toList();
  }

  List<Delivery> all() {
    return all;
  }

  /// Nothing is on its way but what comes again.
  boolean atRest() {
    return all.stream().noneMatch(d -> d.service().hasToRelay() || d.anyWaiting());
  }

  /// When there is something to read again, or something comes again; the far future when not.
  Instant nextDue() {
    return all.stream()
        .map(Delivery::nextDue)
        .reduce(bus.nextDue(), (a, b) -> a.isBefore(b) ? a : b);
  }

  /// As on a good day: at once, in order, many together.
  void deliverAll() {
    while (!atRest()) {
      for (var delivery : all) {
        var service = delivery.service();
        try {
          if (service.hasToRelay()) {
            service.relay();
            service.saveCursor();
          }
          if (delivery.anyWaiting()) {
            service.read(delivery.all());
          }
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException(e);
        }
      }
    }
  }
}
