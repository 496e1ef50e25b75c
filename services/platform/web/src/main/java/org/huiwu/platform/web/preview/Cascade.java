package org.huiwu.platform.web.preview;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Hypotheses.BusyException;
import org.huiwu.platform.messaging.Hypothesis;
import org.huiwu.platform.web.preview.Impact.ServiceException;
import org.huiwu.platform.web.problem.ProblemException.Unavailable;

/// One hypothetical change on its way through the services, round by round, until nobody says
/// anything more. A service is given all that it would have heard so far, each time from the
/// beginning: it keeps nothing between the rounds, and no lock.
///
/// The service in which the change began takes its part in its own transaction, which is open.
final class Cascade {
  /// No change has ever taken half as many.
  private static final int ROUNDS = 16;

  private static final Duration LONG_WAIT = Duration.ofSeconds(1);
  private static final Duration SHORT_WAIT = Duration.ofMillis(150);

  /// From how many states on services are asked one after the other: what each of them holds
  /// meanwhile is much.
  private static final long MANY = 2_000;

  private final String service;
  private final UUID conference;
  private final OtherServices others;
  private final Deadline deadline;
  private final List<Changeset> all = new ArrayList<>();
  private final Map<String, List<Changeset>> given = new TreeMap<>();
  private final Map<String, Reaction> reactions = new TreeMap<>();
  private final Set<String> outstanding = new TreeSet<>();
  private int takenHere;

  Cascade(String service, UUID conference, OtherServices others, Deadline deadline) {
    this.service = service;
    this.conference = conference;
    this.others = others;
    this.deadline = deadline;
  }

  /// Until when a preview has to be done.
  ///
  /// @param answer how long one service may take to answer: the first one's lock is held meanwhile
  record Deadline(long nanos, Duration answer) {
    private static final int ANSWERS = 3;

    static Deadline in(Duration time) {
      return new Deadline(System.nanoTime() + time.toNanos(), time.dividedBy(ANSWERS));
    }

    /// Not longer than the lock may be held here meanwhile.
    ///
    /// @throws Hypothesis.TooLongException when it may not be held any longer
    Duration forAnAnswer(Hypothesis own) {
      if (!own.left().isPositive()) {
        throw new Hypothesis.TooLongException();
      }
      return Stream.of(answer, left(), own.left()).min(Comparator.naturalOrder()).orElseThrow();
    }

    Duration left() {
      return Duration.ofNanos(Math.max(1_000_000, nanos - System.nanoTime()));
    }

    boolean passed() {
      return System.nanoTime() >= nanos;
    }
  }

  /// All that would be said, the service's own first.
  List<Changeset> all() {
    return all;
  }

  /// What would be exceptional in the services that were asked.
  List<ServiceException> exceptions() {
    List<ServiceException> found = new ArrayList<>();
    reactions.forEach(
        (name, reaction) -> reaction.exceptions().forEach(e -> found.add(told(name, e))));
    return found;
  }

  static ServiceException told(String service, ExceptionAhead ahead) {
    return new ServiceException(service, ahead.exception(), ahead.before());
  }

  /// @param own has said what the change begins with
  void run(Hypothesis own) {
    hear(own.said());
    for (int round = 1; !outstanding.isEmpty(); round++) {
      if (round > ROUNDS) {
        throw new IllegalStateException("a hypothetical change does not end");
      }
      if (deadline.passed()) {
        throw new BusyException("there is no time left");
      }
      var next = new TreeSet<>(outstanding);
      outstanding.clear();
      if (next.remove(service)) {
        takeHere(own);
      }
      ask(next, own);
    }
  }

  private void hear(List<Changeset> news) {
    all.addAll(news);
    for (var changeset : news) {
      for (var subscriber : changeset.subscribers()) {
        given.computeIfAbsent(subscriber, _ -> new ArrayList<>()).add(changeset);
        outstanding.add(subscriber);
      }
    }
  }

  private void takeHere(Hypothesis own) {
    var mine = given.getOrDefault(service, List.of());
    for (var changeset : List.copyOf(mine.subList(takenHere, mine.size()))) {
      own.take(changeset);
    }
    takenHere = mine.size();
    hear(own.said());
  }

  private void ask(Set<String> services, Hypothesis own) {
    var size = all.stream().mapToLong(c -> c.states().size()).sum();
    Executor how = size >= MANY ? Runnable::run : Cascade::aside;
    Map<String, CompletableFuture<Reaction>> asked = new TreeMap<>();
    services.forEach(s -> asked.put(s, CompletableFuture.supplyAsync(() -> ask(s, own), how)));
    asked.forEach((name, reaction) -> answered(name, joined(reaction)));
  }

  private static void aside(Runnable asking) {
    Thread.ofVirtual().name("preview").start(asking);
  }

  private Reaction ask(String name, Hypothesis own) {
    var lean = given.getOrDefault(name, List.of()).stream().map(Cascade::withoutManifests).toList();
    try {
      return others.ask(name, conference, lean, patienceWith(name), deadline.forAnAnswer(own));
    } catch (Unavailable e) {
      throw own.left().isPositive() ? e : new Hypothesis.TooLongException();
    }
  }

  /// Two previews that began in different services may each wait for what the other one holds. Who
  /// asks a service that comes before its own in the alphabet gives way soon, and tries again.
  private Duration patienceWith(String name) {
    return service.compareTo(name) < 0 ? LONG_WAIT : SHORT_WAIT;
  }

  private static Reaction joined(CompletableFuture<Reaction> reaction) {
    try {
      return reaction.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException why ? why : e;
    }
  }

  /// @throws BusyException when it has changed its mind about what it was given before: somebody
  ///   has changed something there meanwhile
  private void answered(String name, Reaction reaction) {
    var said = reaction.emitted();
    var before = reactions.put(name, reaction);
    var known = before == null ? 0 : before.emitted().size();
    if (before != null
        && (said.size() < known || !said.subList(0, known).equals(before.emitted()))) {
      throw new BusyException(name + " has changed meanwhile");
    }
    hear(said.subList(known, said.size()));
  }

  /// Only notification reads manifests' lines.
  private static Changeset withoutManifests(Changeset c) {
    return new Changeset(
        c.id(),
        c.conference(),
        c.incarnation(),
        c.service(),
        c.root(),
        c.cause(),
        c.part(),
        c.origin(),
        c.states(),
        List.of(),
        c.subscribers(),
        List.of());
  }
}
