package org.huiwu.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A journey in a real browser, at the real door, under its real Content-Security-Policy, on the
/// platform of this process, in a conference of its own. Where there is no Node or no Chromium
/// there is no journey.
///
/// @param script in the console's `e2e`
/// @param page the built page that it opens first
/// @param lastWords what it says when it has ended well
record Journey(String script, String page, String lastWords) {
  private static final Path CONSOLE = Path.of("../../gateway/console").toAbsolutePath().normalize();
  private static final int PATIENCE_MINUTES = 6;

  /// Once in a process, before all others: the administrator exchanges the one-time password.
  private static final class FirstDay {
    static final PlatformOfTheJourneys OVER = live();

    private static PlatformOfTheJourneys live() {
      var platform = PlatformOfTheJourneys.running();
      try {
        new Journey("first.mjs", "index.html", "The administrator has a password of their own.")
            .go(
                platform,
                platform.oneTimePassword(),
                platform.scratch().resolve("first"),
                List.of("--chosen-file", platform.password().toString()));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      return platform;
    }
  }

  /// @param scratch an empty folder for what the journey says
  void mustEndWell(Path scratch) throws Exception {
    assumeThat(onPath("node")).as("node").isTrue();
    assumeThat(chromium()).as("chromium").isTrue();
    assumeThat(CONSOLE.resolve("node_modules/playwright-core")).exists();
    assumeThat(getClass().getResource("/static/" + page)).as("the built pages").isNotNull();
    var platform = FirstDay.OVER;
    go(platform, platform.password(), scratch.resolve("journey"), List.of());
  }

  private void go(PlatformOfTheJourneys platform, Path password, Path said, List<String> more)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "node",
                "e2e/" + script,
                "--url",
                platform.address(),
                "--password-file",
                password.toString()));
    command.addAll(more);
    var journey =
        new ProcessBuilder(command)
            .directory(CONSOLE.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      assertThat(journey.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).as("it ends").isTrue();
      assertThat(journey.exitValue()).as(Files.readString(said)).isZero();
      assertThat(Files.readString(said)).contains(lastWords);
    } finally {
      journey.destroyForcibly();
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
