package org.huiwu.oracle.making;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.huiwu.oracle.Conference;
import org.huiwu.oracle.Inventory;
import org.huiwu.oracle.Oracle;

/// A timeline in which every action and every tangle occurs at least once, if the conference has
/// room for it, and most of them often.
final class TimelineMaker {

  private record Deed(int weight, BooleanSupplier act) {

    boolean tryIt() {
      return act.getAsBoolean();
    }
  }

  private final Dice dice;
  private final Size size;
  private final Log log;
  private final List<Deed> deeds = new ArrayList<>();
  private final List<Deed> imports = new ArrayList<>();

  TimelineMaker(
      Dice dice,
      Size size,
      Conference conference,
      Inventory inventory,
      PeopleMaker people,
      Stay stay,
      Oracle oracle,
      List<String> laterRosters) {
    this.dice = dice;
    this.size = size;
    this.log = new Log(dice, oracle, conference.starts().minusDays(2), Duration.ofMinutes(20));
    RegistrationDesk registration = new RegistrationDesk(dice, log, inventory, people, stay);
    laterRosters.forEach(file -> imports.add(new Deed(0, () -> registration.imports(file))));
    registrationDeeds(registration);
    houseDeeds(new HouseDesks(dice, log, conference, inventory));
    excursionDeeds(new ExcursionDesk(dice, log, inventory, registration, size));
  }

  private void registrationDeeds(RegistrationDesk desk) {
    deed(6, desk::registers);
    deed(8, desk::addsCompanion);
    deed(3, desk::withdraws);
    deed(2, desk::withdrawsCompanion);
    deed(2, desk::withdrawsHost);
    deed(16, desk::changesItinerary);
  }

  private void houseDeeds(HouseDesks desks) {
    deed(2, desks::holdsRooms);
    deed(3, desks::rehouses);
    deed(1, desks::rehousesTwice);
    deed(6, desks::changesDiet);
    deed(3, desks::replacesVehicle);
    deed(2, desks::retimesTrip);
    deed(2, desks::retimesStop);
    deed(4, desks::movesSession);
  }

  private void excursionDeeds(ExcursionDesk desk) {
    deed(14, desk::switches);
    deed(1, desk::crowdSwitches);
    deed(3, desk::switchesToNone);
    deed(3, desk::switchesToPresent);
    deed(2, desk::switchesAwayAndBack);
    deed(3, desk::switchesHost);
    deed(3, desk::absentSwitches);
    deed(1, desk::absentSwitchesToNoneAndBack);
    deed(2, desk::switchesThenEverythingElse);
    deed(4, desk::rollCall);
    deed(2, desk::secondRollCall);
    deed(1, desk::allRollCalls);
    deed(2, desk::missedThenSeenElsewhere);
    deed(2, desk::seenElsewhereThenMissed);
    deed(2, desk::missedThenOnBoard);
    if (size.contested()) {
      deed(2, desk::absentSwitchesToPresent);
      deed(1, desk::onBoardThenMissed);
    }
  }

  private void deed(int weight, BooleanSupplier act) {
    deeds.add(new Deed(weight, act));
  }

  List<String> lines() {
    List<Deed> plan = new ArrayList<>(deeds);
    List<Deed> weighted = new ArrayList<>();
    deeds.forEach(deed -> {
      for (int i = 0; i < deed.weight(); i++) {
        weighted.add(deed);
      }
    });
    int more = 30 + size.people() / 4;
    for (int i = 0; i < more; i++) {
      plan.add(dice.pick(weighted));
    }
    List<Deed> order = new ArrayList<>(dice.shuffled(plan));
    for (Deed roster : imports) {
      order.add(dice.between(0, dice.chance(0.5) ? 0 : order.size()), roster);
    }
    List<Deed> undone = new ArrayList<>();
    for (Deed deed : order) {
      if (!deed.tryIt()) {
        undone.add(deed);
      }
    }
    // what needs companions or absences may have found none: a second chance at the end
    undone.stream().distinct().forEach(Deed::tryIt);
    return log.lines();
  }
}
