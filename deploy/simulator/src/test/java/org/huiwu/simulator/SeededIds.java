package org.huiwu.simulator;

import java.security.Provider;
import java.security.SecureRandomSpi;
import java.security.Security;
import java.util.Random;
import java.util.UUID;

/// Makes the ids that the services draw in the simulation's thread follow from the seed: in it, the
/// process's secure randomness is a seeded one. Other threads have a source of their own.
public final class SeededIds {
  private static final String NAME = "SimulatedRandomness";
  private static final ThreadLocal<Random> SOURCE =
      ThreadLocal.withInitial(() -> new Random(System.nanoTime()));

  private SeededIds() {}

  /// Before anybody in this process has drawn an id.
  ///
  /// @throws IllegalStateException when somebody has
  static void install() {
    if (Security.getProvider(NAME) == null) {
      var provider = new Simulated();
      Security.insertProviderAt(provider, 1);
    }
    if (!drawn(1).equals(drawn(1))) {
      throw new IllegalStateException("ids were drawn before the simulator could seed them");
    }
  }

  private static UUID drawn(long seed) {
    seed(seed);
    return UUID.randomUUID();
  }

  /// From here on the ids of this thread follow from this.
  static void seed(long seed) {
    SOURCE.set(new Random(seed));
  }

  private static final class Simulated extends Provider {
    private static final long serialVersionUID = 1L;

    Simulated() {
      super(NAME, "1", "randomness that can be repeated");
      put("SecureRandom.Simulated", Seeded.class.getName());
    }
  }

  /// What the provider gives out; public for the JDK to make it.
  public static final class Seeded extends SecureRandomSpi {
    private static final long serialVersionUID = 1L;

    @Override
    protected void engineSetSeed(byte[] seed) {
      SOURCE.get();
    }

    @Override
    protected void engineNextBytes(byte[] bytes) {
      SOURCE.get().nextBytes(bytes);
    }

    @Override
    protected byte[] engineGenerateSeed(int count) {
      var bytes = new byte[count];
      SOURCE.get().nextBytes(bytes);
      return bytes;
    }
  }
}
