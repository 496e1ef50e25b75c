package org.huiwu.provider;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/// How often what goes wrong, and how long things take.
///
/// The same seed decides the same for the n-th text, whatever is in it.
///
/// @param shares of each fault, from 0 to 1, together at most 1
/// @param delivery from accepting a text to delivering and reporting it
/// @param lateBy by how much a late one is delivered later
/// @param slowBy after how long a slow answer comes
/// @param retryAfter what a busy provider asks for; whole seconds
public record Faults(
    long seed,
    Map<Fault, Double> shares,
    Duration delivery,
    Duration lateBy,
    Duration slowBy,
    Duration retryAfter) {
  public Faults {
    shares = Map.copyOf(shares);
    var all = shares.values().stream().mapToDouble(s -> s).sum();
    if (all > 1 || shares.values().stream().anyMatch(s -> s < 0)) {
      throw new IllegalArgumentException("shares of faults are from 0 to 1, together at most 1");
    }
  }

  /// Nothing goes wrong.
  public static Faults none() {
    return seeded(0, Map.of());
  }

  public static Faults seeded(long seed, Map<Fault, Double> shares) {
    return new Faults(
        seed,
        shares.isEmpty() ? Map.of() : new EnumMap<>(shares),
        Duration.ofMillis(20),
        Duration.ofSeconds(2),
        Duration.ofSeconds(15),
        Duration.ofSeconds(1));
  }

  public Faults taking(Duration newDelivery, Duration newLateBy, Duration newSlowBy) {
    return new Faults(seed, shares, newDelivery, newLateBy, newSlowBy, retryAfter);
  }

  /// @param n from 1, in the order in which texts come
  Fault of(long n) {
    // neighbouring seeds of java.util.Random begin alike: the first draw is thrown away
    var random = new Random(seed * 1_000_003 + n);
    random.nextInt();
    var drawn = random.nextDouble();
    for (var fault : Fault.values()) {
      drawn -= shares.getOrDefault(fault, 0.0);
      if (drawn < 0) {
        return fault;
      }
    }
    return Fault.NONE;
  }
}
