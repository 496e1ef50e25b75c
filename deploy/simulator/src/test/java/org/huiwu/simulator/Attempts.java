package org.huiwu.simulator;

import java.sql.SQLException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.huiwu.simulator.Mischief.Boundary;

/// What services do in one run, each time with or without a crash: who has crashed starts again,
/// and what must always hold is looked at.
final class Attempts {
  private final Bus bus;
  private final Mischief mischief;
  private final Invariants invariants;
  private final RandomGenerator chance;
  private final Trace trace;

  Attempts(Bus bus, Mischief mischief, Invariants invariants, RandomGenerator chance, Trace trace) {
    this.bus = bus;
    this.mischief = mischief;
    this.invariants = invariants;
    this.chance = chance;
    this.trace = trace;
  }

  interface Work {
    void run() throws SQLException, InterruptedException;
  }

  /// Does it, perhaps with a crash at one of these boundaries.
  void make(SimulatedService service, Work work, Boundary... possible) {
    var set = mischief.set(service, possible);
    try {
      work.run();
    } catch (Crash _) {
      trace.step("%s crashes", service.service());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    ended(service, set);
  }

  /// @return whether it has crashed; it is up again then
  boolean ended(SimulatedService service, Optional<Boundary> set) {
    var crashed = service.takeCrash();
    if (crashed) {
      mischief.met(set.orElseThrow());
      trace.step("%s starts again after %s", service.service(), set.get());
      restart(service);
    }
    invariants.check(service);
    return crashed;
  }

  /// What was recorded longer ago than the relay sends again when it starts is made so old.
  private void restart(SimulatedService service) {
    service
        .jdbc()
        .update(
            """
            update outbox set recorded_at = recorded_at - interval '1 hour'
            where seq < (select last_value from outbox_seq_seq) - ?\
            """,
            chance.nextInt(12));
    try {
      service.start(bus);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    service.forgetRelayed();
  }
}
