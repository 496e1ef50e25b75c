package org.huiwu.oracle.making;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// All chance of one package, from one seed.
final class Dice {

  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed);
  }

  /// Both ends are included.
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T pick(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  @SafeVarargs
  final <T> T of(T... things) {
    return things[random.nextInt(things.length)];
  }

  <T> List<T> shuffled(Collection<T> things) {
    List<T> copy = new ArrayList<>(things);
    Collections.shuffle(copy, random);
    return copy;
  }

  /// At most so many, in the order of `things`.
  <T> List<T> some(List<T> things, int atMost) {
    List<T> chosen = shuffled(things);
    List<T> few = chosen.subList(0, Math.min(atMost, chosen.size()));
    return things.stream().filter(few::contains).toList();
  }

  /// On a whole five minutes, both ends included.
  LocalDateTime time(LocalDateTime from, LocalDateTime to) {
    int steps = (int) (Duration.between(from, to).toMinutes() / 5);
    return from.plusMinutes(5L * between(0, Math.max(steps, 0)));
  }
}
