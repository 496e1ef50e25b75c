package org.huiwu.excursion.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.huiwu.excursion.membership.World.Place;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What services say of their own is heard in order; between services any order must end alike.
class AnyOrderTest {
  private static final int ORDERS = 60;
  private static final List<String> DELEGATIONS = List.of("BJ", "TJ", "HE", "SX", "NM", "LN");
  private static final List<String> ROUTES = List.of("R1", "R2", "R3");

  private record Conference(
      List<Consumer<World>> registration,
      List<Consumer<World>> transport,
      List<Consumer<World>> plans,
      List<Consumer<World>> lateRegistration,
      List<Consumer<World>> rollCalls) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void any_order_between_services_ends_alike(long seed) {
    var conference = conference(new Random(seed));
    var expected = run(conference, new Random(0));
    assertThat(expected.values().stream().filter(Place::absent)).isNotEmpty();
    for (int order = 1; order <= ORDERS; order++) {
      var found = run(conference, new Random(order));
      assertThat(found).as("order %d", order).hasSameSizeAs(expected);
      found.entrySet().removeAll(expected.entrySet());
      assertThat(found).as("order %d", order).isEmpty();
    }
  }

  private static Map<String, Place> run(Conference conference, Random random) {
    var world = new World().routes("R1", "R2", "R3");
    interleave(random, conference.registration(), conference.transport())
        .forEach(e -> e.accept(world));
    conference.plans().forEach(e -> e.accept(world));
    interleave(random, conference.lateRegistration(), conference.rollCalls())
        .forEach(e -> e.accept(world));
    return world.places();
  }

  private static List<Consumer<World>> interleave(
      Random random, List<Consumer<World>> one, List<Consumer<World>> other) {
    List<Consumer<World>> mixed = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < one.size() || j < other.size()) {
      if (j == other.size() || (i < one.size() && random.nextBoolean())) {
        mixed.add(one.get(i++));
      } else {
        mixed.add(other.get(j++));
      }
    }
    return mixed;
  }

  /// Each delegation is listed by exactly one bus of each route. Companions and substitutes are of
  /// people whom no roll-call moves: whose place is the 'present' one is a matter of order.
  private static Conference conference(Random random) {
    List<Consumer<World>> registration = new ArrayList<>();
    List<Consumer<World>> transport = new ArrayList<>();
    List<Consumer<World>> plans = new ArrayList<>();
    List<Consumer<World>> late = new ArrayList<>();
    List<Consumer<World>> rollCalls = new ArrayList<>();
    List<String> buses = new ArrayList<>();
    for (var route : ROUTES) {
      for (int half = 0; half < 2; half++) {
        var code = "X" + route + half;
        var lists = DELEGATIONS.subList(half * 3, half * 3 + 3).toArray(String[]::new);
        int seats = 4 + random.nextInt(8);
        buses.add(code);
        transport.add(w -> w.bus(code, route, seats, lists));
      }
    }
    for (int n = 0; n < 24; n++) {
      var person = "p" + n;
      var delegation = pick(random, DELEGATIONS);
      var route = random.nextInt(5) == 0 ? "" : pick(random, ROUTES);
      registration.add(w -> w.delegate(person, delegation, route));
      if (n % 4 == 0) {
        registration.add(w -> w.companionAsHost("c" + person, person, delegation));
      }
      if (n % 6 == 1) {
        late.add(w -> w.withdrawn(person));
        late.add(w -> w.reinstated(person));
      }
      if (n % 8 == 4) {
        late.add(w -> w.withdrawn(person));
        late.add(w -> w.substitute("s" + person, person, delegation, route));
      }
      late.add(w -> w.delegate("late" + person, delegation, route));
    }
    for (int n = 0; n < 8; n++) {
      var person = "p" + random.nextInt(24);
      var route = random.nextInt(4) == 0 ? "" : pick(random, ROUTES);
      plans.add(w -> w.switchRoute(person, route));
    }
    for (int n = 0; n < 14; n++) {
      rollCalls.add(rollCall(random, "call" + n, pick(random, buses)));
    }
    return new Conference(registration, transport, plans, late, rollCalls);
  }

  private static Consumer<World> rollCall(Random random, String id, String bus) {
    List<String> aboard = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    List<String> unexpected = new ArrayList<>();
    for (int n = 0; n < 12; n++) {
      var number = random.nextInt(24);
      var person = (random.nextBoolean() ? "late" : "") + "p" + number;
      switch (random.nextInt(4)) {
        case 0 -> aboard.add(person);
        case 1 -> {
          if (number % 4 != 0 || person.startsWith("late")) {
            unexpected.add(person);
          }
        }
        default -> absent.add(person);
      }
    }
    int minute = 30 + random.nextInt(20);
    return w -> w.rollCall(id, bus, minute, aboard, absent, unexpected);
  }

  private static String pick(Random random, List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
