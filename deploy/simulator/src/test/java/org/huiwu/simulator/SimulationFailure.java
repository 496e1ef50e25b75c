package org.huiwu.simulator;

import java.util.Objects;

/// A seed that does not end as it must.
final class SimulationFailure extends AssertionError {
  private static final long serialVersionUID = 1L;

  private final long seed;

  SimulationFailure(long seed, Trace trace, RuntimeException why) {
    super(
        """
        seed %d, step %d: %s
        Again: ./mvnw verify -pl deploy/simulator -am -Dtest=SimulatorTest -Dsurefire.failIfNoSpecifiedTests=false \
        -Dhuiwu.seed=%d -Dhuiwu.seeds=1
        %s\
        """
            .formatted(
                seed,
                trace.steps(),
                why instanceof Violation ? why.getMessage() : why,
                seed,
                trace),
        why);
    this.seed = seed;
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  long seed() {
    return seed;
  }
}
