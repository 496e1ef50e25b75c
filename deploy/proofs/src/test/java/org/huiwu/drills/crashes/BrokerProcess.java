package org.huiwu.drills.crashes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.huiwu.platform.embedded.KafkaBroker;
import org.huiwu.platform.embedded.KafkaSettings;

/// A broker as a process of its own, durable as the standalone platform's. It ends when the process
/// that started it does, and as any broker does when it cannot write.
public final class BrokerProcess {
  private static final String READY = "the broker is ready";
  private static final int FAULT = 3;

  private BrokerProcess() {}

  /// Returns when it serves.
  ///
  /// @throws IllegalStateException with its output when it ends instead
  static Process spawn(Path folder, int port, Path output) throws IOException {
    var process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    BrokerProcess.class.getName(),
                    folder.toString(),
                    Integer.toString(port)))
            .redirectError(ProcessBuilder.Redirect.appendTo(output.toFile()))
            .start();
    var said = process.inputReader(StandardCharsets.UTF_8);
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      if (line.equals(READY)) {
        return process;
      }
    }
    throw new IllegalStateException("the broker has ended: see " + output);
  }

  public static void main(String[] arguments) throws IOException {
    var settings =
        KafkaSettings.in(Path.of(arguments[0]))
            .withPort(Integer.parseInt(arguments[1]))
            .withMinimumFree(0)
            .withOnFault(line -> {
              System.err.write((line + "\n").getBytes(StandardCharsets.UTF_8), 0, line.length());
              Runtime.getRuntime().halt(FAULT);
            });
    try (var _ = KafkaBroker.start(settings)) {
      System.out.write((READY + "\n").getBytes(StandardCharsets.UTF_8));
      System.out.flush();
      // until the one who started it closes the pipe, or is gone
      if (System.in.read() != -1) {
        throw new IllegalStateException("nothing is said to a broker");
      }
    }
  }
}
