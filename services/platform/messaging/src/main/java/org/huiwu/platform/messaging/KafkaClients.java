package org.huiwu.platform.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// How this platform talks to Kafka: nothing is lost or overtaken on the way out, nothing is
/// committed there on the way in.
final class KafkaClients {
  private static final String LARGEST_RECORD = "8388608";
  private static final String FETCHED_TOGETHER = "1048576";
  private static final String LONGEST_ANSWER_MILLIS = "5000";
  private static final int LEADER_LOOKS = 100;
  private static final long LEADER_PAUSE_MILLIS = 50;
  private static final Duration RETENTION = Duration.ofDays(14);

  private final MessagingProperties properties;

  KafkaClients(MessagingProperties properties) {
    this.properties = properties;
  }

  KafkaProducer<String, byte[]> producer() {
    var settings = connection();
    settings.put("acks", "all");
    settings.put("enable.idempotence", "true");
    settings.put("linger.ms", "0");
    settings.put("compression.type", "none");
    settings.put("buffer.memory", LARGEST_RECORD);
    settings.put("max.request.size", LARGEST_RECORD);
    // The relay waits as long as it takes: giving up could let a later record overtake.
    settings.put("delivery.timeout.ms", String.valueOf(Integer.MAX_VALUE));
    settings.put("max.block.ms", String.valueOf(Integer.MAX_VALUE));
    // A broker that was not heard of for a moment and is again may keep what it was sent waiting
    // until then.
    settings.put("request.timeout.ms", LONGEST_ANSWER_MILLIS);
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  KafkaConsumer<String, byte[]> consumer() {
    var settings = connection();
    settings.put("enable.auto.commit", "false");
    settings.put("auto.offset.reset", "earliest");
    settings.put("group.protocol", "classic");
    settings.put("allow.auto.create.topics", "false");
    settings.put("fetch.min.bytes", "1");
    // A record that is larger comes alone. What comes is read into objects of many times its size.
    settings.put("max.partition.fetch.bytes", FETCHED_TOGETHER);
    settings.put("fetch.max.bytes", FETCHED_TOGETHER);
    settings.put("max.poll.records", "500");
    settings.put("check.crcs", "true");
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  Admin admin() {
    return Admin.create(connection());
  }

  /// Of the topics that this service writes to; they are there.
  Leaders leaders(Admin admin, Subscriptions subscriptions)
      throws ExecutionException, InterruptedException {
    var changes =
        subscriptions.services().stream()
            .filter(properties.service()::equals)
            .map(properties::changesTopic);
    return Leaders.of(admin, Stream.concat(changes, Stream.of(properties.ripplesTopic())).toList());
  }

  /// Creates the topics of these services, and that of the ripples, where they are missing, and
  /// returns when their leaders lead. Who sends before that may be refused the first record and
  /// have the second taken in its place; the first then never gets in.
  void createTopics(Admin admin, Subscriptions subscriptions)
      throws InterruptedException, ExecutionException {
    var existing = admin.listTopics().names().get();
    List<NewTopic> missing =
        Stream.concat(
                subscriptions.services().stream().map(properties::changesTopic),
                Stream.of(properties.ripplesTopic()))
            .filter(topic -> !existing.contains(topic))
            .map(this::topic)
            .toList();
    for (var created : admin.createTopics(missing).values().values()) {
      try {
        created.get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
    awaitLeaders(admin, ends(missing));
  }

  /// Asks the leaders, until a broker that has not heard of them yet has.
  private static void awaitLeaders(Admin admin, Map<TopicPartition, OffsetSpec> ends)
      throws InterruptedException, ExecutionException {
    for (int look = 1; ; look++) {
      try {
        admin.listOffsets(ends).all().get();
        return;
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || look == LEADER_LOOKS) {
          throw e;
        }
      }
      Thread.sleep(LEADER_PAUSE_MILLIS);
    }
  }

  private Map<TopicPartition, OffsetSpec> ends(List<NewTopic> topics) {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (var topic : topics) {
      for (int n = 0; n < topic.numPartitions(); n++) {
        ends.put(new TopicPartition(topic.name(), n), OffsetSpec.latest());
      }
    }
    return ends;
  }

  private NewTopic topic(String name) {
    Map<String, String> settings = new HashMap<>();
    settings.put("retention.ms", String.valueOf(RETENTION.toMillis()));
    if (name.equals(properties.ripplesTopic())) {
      // What it holds is safe in the services' outboxes: after a power cut the relays send it
      // again.
      // A broker that flushes each record does not have to flush these.
      settings.put("flush.messages", String.valueOf(Long.MAX_VALUE));
    }
    return new NewTopic(name, properties.partitions(), properties.replication()).configs(settings);
  }

  private Map<String, Object> connection() {
    Map<String, Object> settings = new HashMap<>(properties.kafka());
    settings.put("bootstrap.servers", properties.bootstrap());
    return settings;
  }
}
