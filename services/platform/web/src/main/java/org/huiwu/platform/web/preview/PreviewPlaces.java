package org.huiwu.platform.web.preview;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// How many previews an instance has under way at a time: each holds a connection for as long as it
/// lasts, and commands, readers and the messenger have to find one, too. Of the pool's eight the
/// lease and the relay keep one each.
final class PreviewPlaces {
  private static final int ALL = 3;
  private static final int BEGUN_HERE = 2;
  private static final int BEGUN_ELSEWHERE = 2;
  private static final int STRIPES = 64;

  private final Semaphore all = new Semaphore(ALL, true);
  private final Semaphore begunHere = new Semaphore(BEGUN_HERE, true);
  private final Semaphore begunElsewhere = new Semaphore(BEGUN_ELSEWHERE);

  /// Previews of one conference would only wait for each other's lock, each with a connection.
  private final List<Semaphore> conferences =
      IntStream.range(0, STRIPES).mapToObj(_ -> new Semaphore(1, true)).toList();

  /// Given back when it is closed.
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /// For a preview that begins in this service.
  ///
  /// @param patience how long to wait for it
  Optional<Place> begunHere(UUID conference, Duration patience) {
    var stripe = conferences.get(Math.floorMod(conference.hashCode(), STRIPES));
    return entered(List.of(stripe, begunHere, all), patience);
  }

  /// For a preview that begins elsewhere, whose lock is held there meanwhile: at once or not at
  /// all.
  Optional<Place> begunElsewhere() {
    return entered(List.of(begunElsewhere, all), Duration.ZERO);
  }

  private static Optional<Place> entered(List<Semaphore> doors, Duration patience) {
    var ends = System.nanoTime() + patience.toNanos();
    int passed = 0;
    try {
      while (passed < doors.size()
          && doors.get(passed).tryAcquire(ends - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        passed++;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    var behind = doors.subList(0, passed);
    if (passed == doors.size()) {
      return Optional.of(() -> behind.forEach(Semaphore::release));
    }
    behind.forEach(Semaphore::release);
    return Optional.empty();
  }
}
