package org.huiwu.simulator;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import org.huiwu.oracle.Manifests;
import org.huiwu.oracle.Oracle;
import org.huiwu.oracle.Ripple;
import org.huiwu.simulator.Mischief.Boundary;
import org.jspecify.annotations.Nullable;

/// Plays seeds. A seed is a conference and a fate: [#FATES] seeds that follow each other share the
/// conference, which is also played without faults, to be compared with.
final class Simulator {
  static final int FATES = 5;

  /// So many conferences lie beside each other before all are deleted: what was deleted one by one
  /// stays in the files until then, and is read over.
  private static final int CLEARED_IN = 10;

  private record Standard(long world, Stage stage, Run.Ended ended) {}

  private final Platform platform;
  private final Doors doors;
  private final Map<Boundary, Integer> met = new EnumMap<>(Boundary.class);
  private @Nullable Standard last;
  private long steps;
  private int conferences;

  Simulator(Platform platform) {
    this.platform = platform;
    this.doors = new Doors(platform);
  }

  /// How often each boundary was met by a crash.
  Map<Boundary, Integer> met() {
    return met;
  }

  long steps() {
    return steps;
  }

  /// @return the last steps
  /// @throws SimulationFailure with how to play the same again, and what happened
  Trace play(long seed) {
    var number = Math.floorDiv(seed, FATES);
    var world = WorldMaker.make(new SplittableRandom(number));
    var trace = new Trace(platform.clock());
    try {
      var standard = standard(number, world, trace);
      var chance = new SplittableRandom(~seed);
      var oneByOne = chance.nextBoolean();
      trace.begin("seed " + seed + (oneByOne ? ", one by one" : ", overlapping"));
      var name = ids("seed-" + seed);
      var run = new Run(platform, doors, world, standard.stage(), name, chance, oneByOne, trace);
      var ended = run.withFaults();
      run.mischief().met().forEach((boundary, n) -> met.merge(boundary, n, Integer::sum));
      compare(world, ended, oneByOne);
      if (oneByOne) {
        ended.manifests().mustEqual(standard.ended().manifests());
      } else {
        ended.manifests().withoutRooms().mustEqual(standard.ended().manifests().withoutRooms());
      }
      return trace;
    } catch (RuntimeException e) {
      last = null;
      clear();
      throw new SimulationFailure(seed, trace, e);
    } finally {
      steps += trace.steps();
    }
  }

  private Standard standard(long number, World world, Trace trace) {
    var known = last;
    if (known != null && known.world() == number) {
      return known;
    }
    if (++conferences % CLEARED_IN == 0) {
      platform.all().forEach(SimulatedService::forgetConferences);
      platform.bind();
    }
    trace.begin("conference " + number + " without faults");
    var name = ids("world-" + number);
    var stage = Stage.set(platform, doors, world, name);
    var run = new Run(platform, doors, world, stage, name, new SplittableRandom(0), true, trace);
    var ended = run.withoutFaults();
    compare(world, ended, true);
    var standard = new Standard(number, stage, ended);
    last = standard;
    return standard;
  }

  private String ids(String name) {
    var again = platform.timesPlayed(name);
    var run = name + "-" + again + "-";
    SeededIds.seed(
        UUID.nameUUIDFromBytes(run.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits());
    return run;
  }

  private static void compare(World world, Run.Ended ended, boolean oneByOne) {
    var oracle = new Oracle(world.conference(), world.inventory(), _ -> List.of());
    Manifests before = oracle.manifests();
    for (var command : world.commands()) {
      oracle.apply(command.line());
      var after = oracle.manifests();
      var expected = new TreeSet<String>();
      Ripple.rows(command.seq(), before, after).forEach(row -> expected.add(row.get(1)));
      var revised = ended.revised().get(command.seq());
      var exactly = oneByOne && command.seq() > world.registered();
      if (exactly && !ended.unfinished().contains(command.seq()) && !expected.equals(revised)) {
        throw new Violation(
            "%s has revised %s instead of %s".formatted(command.line(), revised, expected));
      }
      before = after;
    }
    ended.manifests().mustEqual(before);
  }

  /// After a failure: nothing of it is left to be looked at.
  private void clear() {
    platform.all().forEach(SimulatedService::forgetSent);
    platform
        .of(Service.NOTIFICATION)
        .jdbc()
        .update("update change set state = 'settled' where state = 'open'");
    platform.all().forEach(SimulatedService::startAtTheEnd);
  }
}
