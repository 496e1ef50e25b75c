package org.huiwu.platform.testsupport;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.huiwu.platform.embedded.Durability;
import org.huiwu.platform.embedded.KafkaBroker;
import org.huiwu.platform.embedded.KafkaSettings;
import org.huiwu.platform.embedded.PostgresServer;
import org.huiwu.platform.embedded.PostgresSettings;

/// Both servers embedded, started side by side.
record EmbeddedServers(PostgresServer postgres, KafkaBroker kafka, String description)
    implements SharedServers {

  /// Enough for the connection pools of several modules tested at a time.
  private static final Map<String, String> POSTGRES_OPTIONS = Map.of("max_connections", "300");

  static EmbeddedServers start(Path data, Durability durability, String why) {
    CompletableFuture<PostgresServer> postgres =
        CompletableFuture.supplyAsync(() ->
            PostgresServer.start(
                PostgresSettings.in(data.resolve("postgres"))
                    .withDurability(durability)
                    .withOptions(POSTGRES_OPTIONS)));
    KafkaBroker kafka;
    try {
      kafka = KafkaBroker.start(KafkaSettings.in(data.resolve("kafka")).withDurability(durability));
    } catch (RuntimeException e) {
      postgres.thenAccept(PostgresServer::close).join();
      throw e;
    }
    try {
      return new EmbeddedServers(
          postgres.join(), kafka, "embedded PostgreSQL and Kafka (%s)".formatted(why));
    } catch (CompletionException e) {
      kafka.close();
      throw e;
    }
  }

  @Override
  public String jdbcPrefix() {
    return postgres.jdbcUrl("");
  }

  @Override
  public String username() {
    return postgres.username();
  }

  @Override
  public String password() {
    return postgres.password();
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
