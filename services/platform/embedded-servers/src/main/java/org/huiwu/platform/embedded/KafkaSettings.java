package org.huiwu.platform.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/// How to run an embedded Kafka broker.
///
/// @param folder where the topics are kept; made if absent, readable by its user only
/// @param port clients' port on 127.0.0.1; 0 for any free one
/// @param minimumFree bytes that must be free on the folder's disk at the start
/// @param patience how long a start or a stop may take
/// @param onFault told, in one line, when the broker meets a fault for which Kafka would have ended
///   the whole process; the broker is of no further use then, the process decides what to do.
///   Called in the thread that met the fault: close the broker from another one
/// @param options further or other broker settings; they win over the ones set here
public record KafkaSettings(
    Path folder,
    int port,
    Durability durability,
    long minimumFree,
    Duration patience,
    Consumer<String> onFault,
    Map<String, String> options) {

  /// The largest record accepted: a changeset of 500 people with all its lines stays below it.
  /// Producers need `max.request.size` accordingly.
  public static final int LARGEST_RECORD_BYTES = 8 << 20;

  public KafkaSettings {
    options = Map.copyOf(options);
  }

  /// Durable, on a free port, a fault is logged.
  public static KafkaSettings in(Path folder) {
    return new KafkaSettings(
        folder,
        0,
        Durability.DURABLE,
        200L << 20,
        Duration.ofMinutes(1),
        line -> LoggerFactory.getLogger(KafkaBroker.class).error(line),
        Map.of());
  }

  public KafkaSettings withPort(int port) {
    return new KafkaSettings(folder, port, durability, minimumFree, patience, onFault, options);
  }

  public KafkaSettings withDurability(Durability durability) {
    return new KafkaSettings(folder, port, durability, minimumFree, patience, onFault, options);
  }

  public KafkaSettings withMinimumFree(long minimumFree) {
    return new KafkaSettings(folder, port, durability, minimumFree, patience, onFault, options);
  }

  public KafkaSettings withPatience(Duration patience) {
    return new KafkaSettings(folder, port, durability, minimumFree, patience, onFault, options);
  }

  public KafkaSettings withOnFault(Consumer<String> onFault) {
    return new KafkaSettings(folder, port, durability, minimumFree, patience, onFault, options);
  }

  public KafkaSettings withOptions(Map<String, String> options) {
    return new KafkaSettings(folder, port, durability, minimumFree, patience, onFault, options);
  }

  /// One node that is broker and controller, set up for a small machine.
  Properties brokerOptions(Path logs, int actualPort, int controllerPort) {
    Properties all = new Properties();
    all.put("process.roles", "broker,controller");
    all.put("node.id", "1");
    String client = "CLIENT://%s:%d".formatted(LocalPorts.HOST, actualPort);
    String controller = "%s:%d".formatted(LocalPorts.HOST, controllerPort);
    all.put("listeners", client + ",CONTROLLER://" + controller);
    all.put("advertised.listeners", client);
    all.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    all.put("inter.broker.listener.name", "CLIENT");
    all.put("controller.listener.names", "CONTROLLER");
    all.put("controller.quorum.voters", "1@" + controller);
    all.put("log.dirs", logs.toString());
    all.put("auto.create.topics.enable", "false");
    all.put("message.max.bytes", Integer.toString(LARGEST_RECORD_BYTES));
    singleNode(all);
    quickRestart(all);
    smallFootprint(all);
    if (durability == Durability.DURABLE) {
      // the broker itself leaves syncing to the operating system: a power cut loses acknowledged
      // records
      all.put("log.flush.interval.messages", "1");
    }
    all.putAll(options);
    return all;
  }

  private static void singleNode(Properties all) {
    all.put("default.replication.factor", "1");
    all.put("min.insync.replicas", "1");
    all.put("offsets.topic.replication.factor", "1");
    all.put("offsets.topic.num.partitions", "1");
    all.put("transaction.state.log.replication.factor", "1");
    all.put("transaction.state.log.min.isr", "1");
    all.put("transaction.state.log.num.partitions", "1");
    all.put("share.coordinator.state.topic.replication.factor", "1");
    all.put("share.coordinator.state.topic.min.isr", "1");
    all.put("share.coordinator.state.topic.num.partitions", "1");
  }

  /// After a crash the broker has to wait for the session of its former self to run out.
  private static void quickRestart(Properties all) {
    all.put("broker.session.timeout.ms", "1500");
    all.put("broker.heartbeat.interval.ms", "300");
    all.put("group.initial.rebalance.delay.ms", "0");
    all.put("controller.quorum.append.linger.ms", "5");
    all.put("controller.quorum.election.timeout.ms", "300");
    all.put("controller.quorum.election.backoff.max.ms", "300");
    // no idle record twice a second in the metadata log, each of them synced
    all.put("metadata.max.idle.interval.ms", "0");
  }

  private static void smallFootprint(Properties all) {
    all.put("num.network.threads", "2");
    all.put("num.io.threads", "2");
    all.put("background.threads", "2");
    all.put("group.coordinator.threads", "1");
    all.put("queued.max.requests", "64");
    all.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
    all.put("log.cleaner.io.buffer.size", Integer.toString(128 << 10));
    all.put("log.segment.bytes", Integer.toString(128 << 20));
    all.put("log.index.size.max.bytes", Integer.toString(1 << 20));
    all.put("offsets.topic.segment.bytes", Integer.toString(8 << 20));
    all.put("offsets.load.buffer.size", Integer.toString(512 << 10));
    all.put("transaction.state.log.segment.bytes", Integer.toString(8 << 20));
    all.put("transaction.state.log.load.buffer.size", Integer.toString(512 << 10));
    all.put("metadata.log.segment.bytes", Integer.toString(8 << 20));
    all.put("metadata.max.retention.bytes", Integer.toString(32 << 20));
    all.put("socket.send.buffer.bytes", "-1");
    all.put("socket.receive.buffer.bytes", "-1");
    all.put("socket.request.max.bytes", Integer.toString(2 * LARGEST_RECORD_BYTES));
    all.put("max.incremental.fetch.session.cache.slots", "100");
    // its only reporter would register hundreds of beans nobody reads
    all.put("metric.reporters", "");
  }
}
