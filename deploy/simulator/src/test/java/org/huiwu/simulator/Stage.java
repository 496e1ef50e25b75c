package org.huiwu.simulator;

import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// A conference of which all is entered that is known beforehand, kept as it is then: every run of
/// it begins there.
final class Stage {
  private final Platform platform;
  private final UUID conference;
  private final Published said;

  private Stage(Platform platform, UUID conference, Published said) {
    this.platform = platform;
    this.conference = conference;
    this.said = said;
  }

  /// @param name makes the Idempotency-Keys its own
  static Stage set(Platform platform, Doors doors, World world, String name) {
    platform.all().forEach(SimulatedService::takeCrash);
    platform.clock().reset();
    var chance = new SplittableRandom(0);
    platform.bus().begin(chance, new Published());
    platform.all().forEach(SimulatedService::forgetSent);
    var desks = new Desks(doors, name);
    new Opening(doors, desks, name, new Deliveries(platform, chance)::deliverAll).enter(world);
    platform.all().forEach(s -> s.keep(desks.conference()));
    return new Stage(platform, desks.conference(), platform.bus().said());
  }

  UUID conference() {
    return conference;
  }

  /// The services stand where they stood; from here on chance decides.
  void reset(RandomGenerator chance) {
    platform.all().forEach(SimulatedService::takeCrash);
    platform.clock().reset();
    platform
        .all()
        .forEach(s -> {
          try {
            s.putBack(conference);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
    platform.bus().begin(chance, said);
  }
}
