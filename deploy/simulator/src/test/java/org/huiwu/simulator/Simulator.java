package org.huiwu.simulator;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import org.huiwu.drills.oracle.Manifests;
import org.huiwu.drills.oracle.Oracle;
import org.huiwu.drills.oracle.Ripple;
import org.huiwu.simulator.Mischief.Boundary;
import org.jspecify.annotations.Nullable;

/// Plays seeds. A seed is a conference and a fate: [#FATES] seeds that follow each other share the
/// conference, which is also played without faults, to be compared with.
final class Simulator {
  static final int FATES = 5;

  /// What was deleted stays in the files until then, and is read over.
  private static final int EMPTIED_IN = 10;

  /// So that a hundred thousand do not fill a disk.
  private static final int CLEARED_IN = 200;

  private record Standard(long world, Run.Ended ended) {}

  private final Platform platform;
  private final Doors doors;
  private final Map<Boundary, Integer> met = new EnumMap<>(Boundary.class);
  private @Nullable Standard standard;
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

  /// @return the last steps, as they are read after a failure
  /// @throws SimulationFailure with how to play the same again, and what happened
  String play(long seed) {
    var number = Math.floorDiv(seed, FATES);
    var world = WorldMaker.make(new SplittableRandom(number));
    var trace = new Trace(platform.clock());
    try {
      var expected = standard(number, world, trace);
      var chance = new SplittableRandom(~seed);
      var oneByOne = chance.nextBoolean();
      trace.begin("seed " + seed + (oneByOne ? ", one by one" : ", overlapping"));
      var run = new Run(platform, doors, world, ids("seed-" + seed), chance, oneByOne, trace);
      var ended = run.withFaults();
      run.mischief().met().forEach((boundary, n) -> met.merge(boundary, n, Integer::sum));
      compare(world, ended, oneByOne);
      if (oneByOne) {
        ended.manifests().mustEqual(expected.manifests());
      } else {
        ended.manifests().withoutRooms().mustEqual(expected.manifests().withoutRooms());
      }
      forget();
      return withoutOffsets(trace.toString());
    } catch (RuntimeException e) {
      standard = null;
      clear();
      throw new SimulationFailure(seed, trace, e);
    } finally {
      steps += trace.steps();
    }
  }

  /// Where on its topic a record lies depends on what was played before.
  private static String withoutOffsets(String steps) {
    return steps.replaceAll(" from \\d+ on", "");
  }

  private Run.Ended standard(long number, World world, Trace trace) {
    var known = standard;
    if (known != null && known.world() == number) {
      return known.ended();
    }
    trace.begin("conference " + number + " without faults");
    var name = ids("world-" + number);
    var run = new Run(platform, doors, world, name, new SplittableRandom(0), true, trace);
    var ended = run.withoutFaults();
    compare(world, ended, true);
    forget();
    standard = new Standard(number, ended);
    return ended;
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

  /// What relays could send again is none of the next conference's.
  private void forget() {
    conferences++;
    if (conferences % CLEARED_IN == 0) {
      platform.all().forEach(SimulatedService::forgetConferences);
    }
    var how = conferences % EMPTIED_IN == 0 ? "truncate outbox" : "delete from outbox";
    platform.all().forEach(s -> s.jdbc().update(how));
  }

  /// After a failure: nothing of it is left to be looked at.
  private void clear() {
    forget();
    platform
        .of(Service.NOTIFICATION)
        .jdbc()
        .update("update change set state = 'settled' where state = 'open'");
    platform.all().forEach(SimulatedService::startAtTheEnd);
  }
}
