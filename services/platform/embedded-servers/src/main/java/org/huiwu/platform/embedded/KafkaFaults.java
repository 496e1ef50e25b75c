package org.huiwu.platform.embedded;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;

/// Kafka ends its whole process on a fatal fault (`Exit.exit`, `Exit.halt`), and with it, when
/// embedded, everything else. From the first broker on, such a fault is reported to the running
/// brokers' callbacks instead, and only the thread that met it ends. Kafka's hook is one for the
/// JVM, so a fault reaches the callbacks of all brokers in it.
final class KafkaFaults {

  /// Ends the thread in which Kafka wanted to end the process.
  static final class Fatal extends Error {
    Fatal(String line) {
      super(line);
    }
  }

  private static final Set<Consumer<String>> LISTENERS = ConcurrentHashMap.newKeySet();

  private KafkaFaults() {}

  static void reportTo(Consumer<String> listener) {
    LISTENERS.add(listener);
    Exit.setExitProcedure(KafkaFaults::report);
    Exit.setHaltProcedure(KafkaFaults::report);
  }

  static void noLongerReportTo(Consumer<String> listener) {
    LISTENERS.remove(listener);
  }

  private static void report(int status, @Nullable String message) {
    String line =
        "The Kafka broker met a fatal fault in its thread %s (status %d%s) and no longer works; its log says why."
            .formatted(
                Thread.currentThread().getName(), status, message == null ? "" : ", " + message);
    LISTENERS.forEach(listener -> listener.accept(line));
    throw new Fatal(line);
  }
}
