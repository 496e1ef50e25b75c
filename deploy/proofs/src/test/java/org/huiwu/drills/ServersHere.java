package org.huiwu.drills;

import java.nio.file.Path;
import java.util.Map;
import org.huiwu.platform.embedded.Durability;
import org.huiwu.platform.embedded.KafkaBroker;
import org.huiwu.platform.embedded.KafkaSettings;
import org.huiwu.platform.embedded.PostgresServer;
import org.huiwu.platform.embedded.PostgresSettings;

/// In the place of external ones; they live and end with this JVM.
record ServersHere(PostgresServer postgres, KafkaBroker kafka) implements Servers {

  static ServersHere start(Path scratch) {
    var postgres =
        PostgresServer.start(
            PostgresSettings.in(scratch.resolve("postgres"))
                .withDurability(Durability.FAST)
                .withOptions(Map.of("max_connections", "250")));
    try {
      return new ServersHere(
          postgres,
          KafkaBroker.start(
              KafkaSettings.in(scratch.resolve("kafka")).withDurability(Durability.FAST)));
    } catch (RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  @Override
  public String bootstrap() {
    return kafka.bootstrap();
  }

  @Override
  public void close() {
    try {
      kafka.close();
    } finally {
      postgres.close();
    }
  }
}
