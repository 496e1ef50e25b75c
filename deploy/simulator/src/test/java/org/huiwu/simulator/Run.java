package org.huiwu.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.huiwu.notification.ripple.RippleClock;
import org.huiwu.simulator.Doors.Answer;
import org.huiwu.simulator.Doors.Request;
import org.huiwu.simulator.Mischief.Boundary;
import org.jspecify.annotations.Nullable;

/// One conference from its opening to the moment when all has been delivered. One thread does it
/// all; chance says what comes next.
final class Run {
  private static final int STALLED_IN = 20;
  private static final int LOOKED_IN = 30;
  private static final int STEP_MILLIS = 40;
  private static final int STEPS = 20_000;

  /// How much likelier a command is than any one delivery, where both are possible.
  private static final int EAGERNESS = 4;

  /// Who may read does so in one of so many cases, so that more lies there to be read together.
  private static final int LAZINESS = 3;

  /// What came of it.
  ///
  /// @param revised for each command by its number, the manifests that it has revised
  /// @param unfinished the commands of which something was cut before their ripples had ended
  record Ended(
      PublishedManifests manifests, Map<Integer, Set<String>> revised, Set<Integer> unfinished) {}

  private final Platform platform;
  private final Bus bus;
  private final Doors doors;
  private final World world;
  private final RandomGenerator chance;
  private final boolean oneByOne;
  private final Trace trace;
  private final Desks desks;
  private final Mischief mischief;
  private final Attempts attempts;
  private final Deliveries deliveries;
  private final Age age;
  private final Invariants invariants;
  private final Map<Integer, UUID> changes = new HashMap<>();
  private int next;
  private @Nullable Request request;
  private int refusals;

  /// @param stage from where it begins
  /// @param name makes the Idempotency-Keys its own
  /// @param oneByOne each command is given when the one before it has settled
  Run(
      Platform platform,
      Doors doors,
      World world,
      Stage stage,
      String name,
      RandomGenerator chance,
      boolean oneByOne,
      Trace trace) {
    this.platform = platform;
    this.bus = platform.bus();
    this.doors = doors;
    this.world = world;
    this.chance = chance;
    this.oneByOne = oneByOne;
    this.trace = trace;
    this.desks = new Desks(doors, name);
    this.mischief = new Mischief(chance);
    this.deliveries = new Deliveries(platform, chance);
    desks.enter(stage.conference());
    stage.reset(chance);
    this.age = new Age(platform.of(Service.NOTIFICATION));
    this.invariants = new Invariants(platform, stage.conference(), age);
    this.attempts = new Attempts(bus, mischief, invariants, chance, trace);
  }

  Mischief mischief() {
    return mischief;
  }

  UUID conference() {
    return desks.conference();
  }

  /// Every command as soon as the one before it has settled, and nothing goes wrong.
  Ended withoutFaults() {
    while (next < world.commands().size()) {
      command(Optional.empty());
      deliveries.deliverAll();
    }
    return ended();
  }

  Ended withFaults() {
    bus.bringFaults();
    for (int step = 0; step < STEPS; step++) {
      bus.tick();
      var possible = possible();
      if (!possible.isEmpty()) {
        possible.get(chance.nextInt(possible.size())).run();
        pass(Duration.ofMillis(chance.nextInt(STEP_MILLIS)));
        upset();
      } else if (!waitForSomething()) {
        return ended();
      }
    }
    throw new Violation("it does not come to an end");
  }

  private List<Runnable> possible() {
    List<Runnable> possible = new ArrayList<>();
    List<Runnable> later = new ArrayList<>();
    for (var delivery : deliveries.all()) {
      var service = delivery.service();
      if (service.hasToRelay()) {
        possible.add(() -> relay(service));
      }
      if (delivery.mayRead()) {
        (chance.nextInt(LAZINESS) == 0 ? possible : later).add(() -> read(delivery));
      }
    }
    if (next < world.commands().size() && (!mustWait() || deliveries.atRest())) {
      for (int i = 0; i < EAGERNESS; i++) {
        possible.add(() -> command(Optional.of(mischief)));
      }
    }
    return possible.isEmpty() ? later : possible;
  }

  private boolean mustWait() {
    return refusals > 0
        || world.commands().get(next).waits()
        || (oneByOne && next >= world.registered());
  }

  private void upset() {
    if (chance.nextInt(STALLED_IN) == 0) {
      var all = deliveries.all();
      var delivery = all.get(chance.nextInt(all.size()));
      if (!delivery.service().topics().isEmpty()) {
        var time = someTime();
        var topic = delivery.holdUp(time);
        trace.step("%s reads nothing of %s for %s", delivery.service().service(), topic, time);
      }
    }
    if (chance.nextInt(LOOKED_IN) == 0) {
      look();
    }
  }

  private Duration someTime() {
    return switch (chance.nextInt(10)) {
      case 0 -> Duration.ofSeconds(chance.nextInt(24 * 60 * 60));
      case 1, 2 -> Duration.ofSeconds(chance.nextInt(60));
      default -> Duration.ofMillis(chance.nextInt(2_000));
    };
  }

  private boolean waitForSomething() {
    var due = deliveries.nextDue();
    if (due.equals(Instant.MAX)) {
      return false;
    }
    var over = next == world.commands().size() && deliveries.atRest();
    pass(Duration.between(platform.clock().instant(), over ? bus.lastDue() : due).plusMillis(1));
    trace.step("time passes");
    look();
    return true;
  }

  private void pass(Duration time) {
    platform.clock().advance(time);
    age.pass(time);
  }

  private void look() {
    var notification = platform.of(Service.NOTIFICATION);
    age.settleUp();
    trace.step("notification looks at open ripples");
    attempts.make(
        notification,
        () -> notification.context().getBean(RippleClock.class).look(),
        Boundary.CLOCK_BEFORE_ITS_COMMIT,
        Boundary.CLOCK_AFTER_ITS_COMMIT);
  }

  private void relay(SimulatedService service) {
    trace.step("%s publishes", service.service());
    attempts.make(
        service,
        () -> {
          service.relay();
          if (chance.nextBoolean()) {
            service.saveCursor();
          }
        },
        Boundary.RELAY_WHILE_SENDING,
        Boundary.RELAY_BEFORE_ITS_CURSOR);
  }

  private void read(Delivery delivery) {
    var service = delivery.service();
    var records = delivery.next();
    var first = records.getFirst().record();
    trace.step(
        "%s reads %d of %s from %d on",
        service.service(), records.size(), first.topic(), bus.place(first));
    attempts.make(
        service,
        () -> service.read(records),
        Boundary.READER_BEFORE_ITS_COMMIT,
        Boundary.READER_AFTER_ITS_COMMIT);
  }

  private void command(Optional<Mischief> faults) {
    var command = world.commands().get(next);
    var asked = request == null ? desks.prepare(command) : request;
    request = asked;
    var service = platform.of(asked.service());
    trace.step("%s %s", asked.service(), command.line());
    Optional<Boundary> set =
        faults.flatMap(m ->
            m.set(service, Boundary.COMMAND_BEFORE_ITS_COMMIT, Boundary.COMMAND_AFTER_ITS_COMMIT));
    Optional<Answer> answer;
    try {
      answer = Optional.of(doors.send(asked, conference()));
    } catch (IllegalStateException e) {
      if (set.isEmpty()) {
        throw e;
      }
      answer = Optional.empty();
    }
    if (!attempts.ended(service, set)) {
      answered(command, answer.orElseThrow());
    }
  }

  private void answered(World.Command command, Answer answer) {
    request = null;
    if (answer.accepted()) {
      desks.answered(command, answer);
      answer.change().ifPresent(change -> changes.put(command.seq(), change));
      refusals = 0;
      next++;
    } else {
      trace.step("refused: %s", answer);
      if (++refusals > 2) {
        throw new Violation("%s was answered %s".formatted(command.line(), answer));
      }
    }
  }

  private Ended ended() {
    invariants.checkAtRest();
    var notification = platform.of(Service.NOTIFICATION).jdbc();
    Map<Integer, Set<String>> revised = new HashMap<>();
    Set<Integer> unfinished = new TreeSet<>();
    for (var command : world.commands()) {
      revised.put(command.seq(), new TreeSet<>());
    }
    Map<UUID, Integer> commands = new HashMap<>();
    changes.forEach((seq, root) -> commands.put(root, seq));
    notification.query(
        "select root, manifest, unfinished from manifest_version where root = any(?)",
        row -> {
          var seq = commands.get(row.getObject(1, UUID.class));
          revised.computeIfAbsent(seq, _ -> new TreeSet<>()).add(row.getString(2));
          if (row.getBoolean(3)) {
            unfinished.add(seq);
          }
        },
        (Object) commands.keySet().toArray(UUID[]::new));
    return new Ended(PublishedManifests.of(notification, conference()), revised, unfinished);
  }
}
