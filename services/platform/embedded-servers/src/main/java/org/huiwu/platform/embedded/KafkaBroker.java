package org.huiwu.platform.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A Kafka broker with its controller (KRaft) in this JVM, on 127.0.0.1, whose topics stay in its
/// folder across restarts and crashes. Records are synced to disk before they are acknowledged
/// unless [Durability#FAST] was asked for. Topics are created by who needs them, never by being
/// mentioned.
///
/// There is no sign-in: any program on this machine can read it. It is for one machine that is
/// trusted; a broker for several is a broker of your own.
public final class KafkaBroker implements AutoCloseable {

  static final String NAME = "Kafka";

  /// The same for every installation: a folder that was moved or restored is still this cluster's.
  private static final String CLUSTER_ID = "aHVpd3Uta2Fma2EtMDAwMQ";

  private static final Logger LOG = LoggerFactory.getLogger(KafkaBroker.class);

  private final DataFolder folder;
  private final KafkaRaftServer server;
  private final int port;
  private final Duration patience;
  private final Consumer<String> onFault;
  private final AtomicBoolean closed = new AtomicBoolean();

  private KafkaBroker(
      DataFolder folder,
      KafkaRaftServer server,
      int port,
      Duration patience,
      Consumer<String> onFault) {
    this.folder = folder;
    this.server = server;
    this.port = port;
    this.patience = patience;
    this.onFault = onFault;
  }

  /// Starts the broker and returns when it serves clients.
  ///
  /// @throws EmbeddedServerException if the port is taken, the folder cannot be written or is in
  ///   use, the disk is full, or the broker fails otherwise
  public static KafkaBroker start(KafkaSettings settings) {
    DataFolder folder = DataFolder.claim(NAME, settings.folder(), settings.minimumFree());
    // an object of its own: two brokers may have been given the same callback
    Consumer<String> onFault = line -> settings.onFault().accept(line);
    try {
      if (settings.port() != 0) {
        LocalPorts.requireFree(NAME, settings.port());
      }
      KafkaFaults.reportTo(onFault);
      return start(settings, folder, onFault);
    } catch (RuntimeException e) {
      KafkaFaults.noLongerReportTo(onFault);
      folder.close();
      throw e;
    }
  }

  private static KafkaBroker start(
      KafkaSettings settings, DataFolder folder, Consumer<String> onFault) {
    long begun = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      int port = settings.port() == 0 ? LocalPorts.free() : settings.port();
      int controllerPort = LocalPorts.free();
      try {
        KafkaRaftServer server = start(settings, folder.path(), port, controllerPort);
        LOG.info(
            "Kafka listens on 127.0.0.1:{}, data in {} ({} ms)",
            port,
            folder.path(),
            (System.nanoTime() - begun) / 1_000_000);
        return new KafkaBroker(folder, server, port, settings.patience(), onFault);
      } catch (PortTaken e) {
        if (settings.port() != 0 || attempt == 5) {
          throw EmbeddedServerException.portTaken(NAME, port, e.getCause());
        }
      }
    }
  }

  private static KafkaRaftServer start(
      KafkaSettings settings, Path folder, int port, int controllerPort) {
    Path logs = folder.resolve("topics");
    Properties options = settings.brokerOptions(logs, port, controllerPort);
    options.put("server.max.startup.time.ms", Long.toString(settings.patience().toMillis()));
    @Nullable KafkaRaftServer server = null;
    try {
      Files.createDirectories(logs);
      format(logs);
      server = new KafkaRaftServer(KafkaConfig.fromProps(options, false), Time.SYSTEM);
      server.startup();
      return server;
    } catch (Exception | KafkaFaults.Fatal e) {
      if (server != null) {
        stop(server, folder, settings.patience());
      }
      throw explained(folder, e);
    }
  }

  private static void format(Path logs) throws Exception {
    try (PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(nowhere)
          .setNodeId(1)
          .setClusterId(CLUSTER_ID)
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(logs.toString())
          .addDirectory(logs.toString())
          .setIgnoreFormatted(true)
          .run();
    }
  }

  private static RuntimeException explained(Path folder, Throwable problem) {
    for (Throwable at = problem; at != null; at = at.getCause()) {
      String message = String.valueOf(at.getMessage());
      if (at instanceof java.net.BindException || message.contains("failed to bind")) {
        return new PortTaken(problem);
      }
      if (DataFolder.isDiskFull(message)) {
        return EmbeddedServerException.diskFull(NAME, folder, message, problem);
      }
      if (at instanceof java.nio.file.AccessDeniedException) {
        return EmbeddedServerException.folderNotUsable(
            NAME, folder, "permission denied for " + message, problem);
      }
    }
    return EmbeddedServerException.failed(NAME, folder, String.valueOf(problem), problem);
  }

  private static final class PortTaken extends RuntimeException {
    PortTaken(Throwable cause) {
      super(cause);
    }
  }

  /// `host:port` for `bootstrap.servers`.
  public String bootstrap() {
    return LocalPorts.HOST + ":" + port;
  }

  public int port() {
    return port;
  }

  /// Stops the broker cleanly and gives the folder free. Does nothing the second time.
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      stop(server, folder.path(), patience);
    } finally {
      KafkaFaults.noLongerReportTo(onFault);
      folder.close();
    }
  }

  /// After a fatal fault a shutdown may wait for a thread that is no more, hence the limit.
  private static void stop(KafkaRaftServer server, Path folder, Duration patience) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("kafka-stop")
        .start(() -> {
          try {
            server.shutdown();
            server.awaitShutdown();
            done.complete(null);
          } catch (RuntimeException | KafkaFaults.Fatal e) {
            done.completeExceptionally(e);
          }
        });
    try {
      done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      LOG.info("Kafka on {} has stopped", folder);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("Kafka on {} did not stop cleanly; it recovers when it starts again", folder, e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      LOG.warn("Interrupted while Kafka on {} was stopping", folder);
    }
  }
}
