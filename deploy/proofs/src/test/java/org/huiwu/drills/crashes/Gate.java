package org.huiwu.drills.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huiwu.drills.SeparateProcesses;

/// `./huiwu check --databases FILE` on a platform of processes.
final class Gate {
  private Gate() {}

  /// Every rule holds.
  static void holds(SeparateProcesses platform, Path scratch)
      throws IOException, InterruptedException {
    var file = scratch.resolve("databases.properties");
    var text = new StringBuilder();
    for (var books : platform.books()) {
      text.append("%s.url=%s%n".formatted(books.service(), books.jdbcUrl()));
      text.append("%s.user=%s%n".formatted(books.service(), books.username()));
      text.append("%s.password-file=password%n".formatted(books.service()));
      Files.writeString(scratch.resolve("password"), books.password());
    }
    Files.writeString(file, text);
    var process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.huiwu.check.CheckLauncher",
                    "--databases",
                    file.toString(),
                    "--language",
                    "en"))
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
