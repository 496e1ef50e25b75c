package org.huiwu.standalone;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.huiwu.platform.embedded.KafkaBroker;
import org.huiwu.platform.embedded.KafkaSettings;
import org.huiwu.platform.embedded.PostgresServer;
import org.huiwu.platform.embedded.PostgresSettings;
import org.huiwu.platform.messaging.Reincarnation;

/// `recover`: after a restore (or when lists are in doubt) a new incarnation begins, in which every
/// service says anew what it owns, and every list is compared with its owner's. Ends when all of
/// that has settled.
final class Recovery {
  private static final String TOPICS = "huiwu.";
  private static final long LOOK_NANOS = 200_000_000L;
  private static final long PATIENCE_NANOS = 30L * 60 * 1_000_000_000L;

  private Recovery() {}

  /// @return what to say
  /// @throws StartException when it runs, or does not come to an end
  static String of(Path data) throws SQLException {
    var changes = reincarnate(data);
    try (var platform = Platform.start(new Options(data, 0, null))) {
      return await(platform.postgres(), changes);
    }
  }

  /// @return the changes by which each service will say anew what it owns
  private static Set<UUID> reincarnate(Path data) throws SQLException {
    Set<UUID> changes = new HashSet<>();
    try (var postgres = PostgresServer.start(PostgresSettings.in(data.resolve("postgres")));
        var broker = KafkaBroker.start(KafkaSettings.in(data.resolve("kafka")))) {
      var ends = ends(broker);
      for (var service : Service.values()) {
        try (var database = Databases.connect(postgres, service)) {
          Reincarnation.of(database, ends);
          if (service != Service.NOTIFICATION) {
            changes.addAll(Databases.ids(database, "select root from recovery_task"));
          }
        }
      }
    }
    return changes;
  }

  private static Map<TopicPartition, Long> ends(KafkaBroker broker) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      var topics =
          admin.listTopics().names().get().stream().filter(t -> t.startsWith(TOPICS)).toList();
      Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
      admin
          .describeTopics(topics)
          .allTopicNames()
          .get()
          .forEach((name, topic) ->
              topic
                  .partitions()
                  .forEach(p ->
                      asked.put(new TopicPartition(name, p.partition()), OffsetSpec.latest())));
      Map<TopicPartition, Long> ends = new HashMap<>();
      admin.listOffsets(asked).all().get().forEach((p, end) -> ends.put(p, end.offset()));
      return ends;
    } catch (ExecutionException e) {
      throw new StartException("Kafka does not say how far its topics reach: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("interrupted", e);
    }
  }

  private static String await(PostgresServer postgres, Set<UUID> changes) throws SQLException {
    var deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!settled(postgres, changes)) {
      if (System.nanoTime() > deadline) {
        throw new StartException(
            "Not everything has settled yet; start the platform, it goes on by itself.");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    try (var notification = Databases.connect(postgres, Service.NOTIFICATION)) {
      return "Recovered: %d lists equal their owners', %d of them by a new version."
          .formatted(
              Databases.count(notification, "select count(*) from manifest"),
              Databases.count(
                  notification,
                  """
                  select count(distinct (v.conference, v.manifest)) from manifest_version v
                  join change c on c.root = v.root
                  where c.action in ('recover', 'repair-manifest')
                    and c.first_seen > now() - interval '30 minutes'\
                  """));
    }
  }

  private static boolean settled(PostgresServer postgres, Set<UUID> changes) throws SQLException {
    try (var notification = Databases.connect(postgres, Service.NOTIFICATION)) {
      return Databases.ids(notification, "select root from change where state <> 'open'")
              .containsAll(changes)
          && Databases.count(notification, "select count(*) from manifest where suspect") == 0;
    }
  }
}
