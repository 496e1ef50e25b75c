package org.huiwu.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recipients' pages in a real browser on a small telephone, at the real door, under its real
/// Content-Security-Policy: a link, a code, a new version while one reads, a paper, the end. Where
/// there is no Node or no Chromium there is no journey.
class SiteJourneyTest {
  private static final Path CONSOLE = Path.of("../../gateway/console").toAbsolutePath().normalize();
  private static final int PATIENCE_MINUTES = 6;

  @TempDir Path scratch;

  @Test
  void a_recipient_opens_a_link_sees_what_changed_and_acknowledges() throws Exception {
    assumeThat(onPath("node")).as("node").isTrue();
    assumeThat(chromium()).as("chromium").isTrue();
    assumeThat(CONSOLE.resolve("node_modules/playwright-core")).exists();
    assumeThat(getClass().getResource("/static/s.html")).as("the built pages").isNotNull();
    var data = scratch.resolve("data");
    var said = scratch.resolve("journey");
    try (var platform = new StandaloneProcess(scratch, data, 0)) {
      var command =
          List.of(
              "node",
              "e2e/site.mjs",
              "--url",
              platform.address(),
              "--password-file",
              data.resolve("administrator-password").toString());
      var journey =
          new ProcessBuilder(command)
              .directory(CONSOLE.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      try {
        assertThat(journey.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).as("it ends").isTrue();
        assertThat(journey.exitValue()).as(Files.readString(said)).isZero();
        assertThat(Files.readString(said)).contains("The recipients' journey ended well.");
      } finally {
        journey.destroyForcibly();
      }
      platform.stop();
    }
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static boolean chromium() {
    var chosen = System.getenv("HUIWU_CHROMIUM");
    return Stream.of(
            chosen == null ? "" : chosen,
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome")
        .filter(place -> !place.isEmpty())
        .anyMatch(place -> Files.isExecutable(Path.of(place)));
  }
}
