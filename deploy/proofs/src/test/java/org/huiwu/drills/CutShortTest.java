package org.huiwu.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.huiwu.oracle.making.PackageMaker;
import org.huiwu.oracle.making.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is left after a drill was cut short: by `kill -9` of the platform at some moment, or by the
/// loss of everything but a backup.
class CutShortTest {
  private static final int LINES = 30;

  @TempDir Path scratch;

  @Test
  void a_drill_whose_platform_is_killed_goes_on_and_ends_equal() throws Exception {
    killedAndGoesOn(1);
  }

  @Test
  @Tag("proof")
  void a_drill_whose_platform_is_killed_again_and_again_goes_on_and_ends_equal() throws Exception {
    killedAndGoesOn(2);
  }

  private void killedAndGoesOn(int times) throws Exception {
    var files = made(31);
    var moments = new Random(20_260);
    for (int kills = 0; kills < times; kills++) {
      var resume = kills > 0;
      try (var platform = new ThrowawayPlatform(scratch)) {
        var at = moments.nextInt(kills * LINES / times, (kills + 1) * LINES / times);
        assertThatThrownBy(() -> drill(files, platform, resume, at, platform::kill))
            .isInstanceOf(DrillException.class);
      }
    }
    try (var platform = new ThrowawayPlatform(scratch)) {
      assertThat(drill(files, platform, true, Integer.MAX_VALUE, () -> {})).isEmpty();
    }
  }

  @Test
  @Tag("proof")
  void after_the_loss_of_everything_a_backup_is_restored_recovers_and_the_drill_goes_on_equal()
      throws Exception {
    var files = made(32);
    var file = scratch.resolve("backup.tar.gz");
    var data = scratch.resolve("data");
    try (var platform = new ThrowawayPlatform(scratch)) {
      assertThatThrownBy(() ->
              drill(
                  files,
                  platform,
                  false,
                  LINES / 2,
                  () -> assertThat(upkeep("backup", data, file)).contains("Backed up")))
          .hasMessageContaining("enough");
      assertThatThrownBy(() -> drill(files, platform, true, LINES * 2 / 3, platform::kill))
          .isInstanceOf(DrillException.class);
    }
    delete(data);
    assertThat(upkeep("restore", data, file)).contains("recover");
    assertThatThrownBy(() -> new ThrowawayPlatform(scratch).close())
        .hasMessageContaining("Run ./huiwu recover");
    assertThat(upkeep("recover", data)).contains("Recovered");
    try (var platform = new ThrowawayPlatform(scratch)) {
      assertThat(drill(files, platform, true, Integer.MAX_VALUE, () -> {})).isEmpty();
    }
    assertThat(upkeep("restore", data, file)).contains("is not empty");
  }

  private interface Blow {
    void fall() throws Exception;
  }

  /// @param after how many lines of the timeline the blow falls; it ends the drill, if it does not
  ///   end the platform
  private List<String> drill(
      ConferencePackage files, ThrowawayPlatform platform, boolean resume, int after, Blow blow) {
    var console = new Blows(files.rosters().size() + after, blow);
    try (var journal = Journal.in(scratch.resolve("data/drill"), resume)) {
      return new Drill(
              files,
              platform.address(),
              platform.password(),
              scratch.resolve("out"),
              console,
              journal)
          .run();
    }
  }

  private ConferencePackage made(long seed) throws IOException {
    var folder = scratch.resolve("made");
    new PackageMaker(seed, new Size(40, false, false)).make(folder);
    var files = ConferencePackage.open(folder);
    assertThat(files.timeline()).hasSizeGreaterThan(LINES);
    return files;
  }

  private String upkeep(String what, Path data, Path... file) throws Exception {
    var output = scratch.resolve("upkeep");
    var command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.springframework.boot.logging.LoggingSystem=none",
                "-cp",
                System.getProperty("java.class.path"),
                "org.huiwu.standalone.Upkeep",
                what,
                "--data",
                data.toString()));
    List.of(file).forEach(f -> command.add(f.toString()));
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    var ended = process.waitFor(4, TimeUnit.MINUTES);
    if (!ended) {
      // where it hangs, into the output
      new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
              String.valueOf(process.pid()),
              "Thread.print")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
          .start()
          .waitFor(30, TimeUnit.SECONDS);
      process.destroyForcibly().waitFor();
    }
    assertThat(ended).as("%s ends in time: %s", what, Files.readString(output)).isTrue();
    return Files.readString(output);
  }

  /// The PostgreSQL of a platform that was killed ends a moment after it, and writes until then.
  private static void delete(Path folder) throws IOException {
    var held = folder.resolve("postgres/cluster/postmaster.pid");
    await().atMost(1, TimeUnit.MINUTES).until(() -> !isHeldByALivingServer(held));
    try (var all = Files.walk(folder)) {
      for (var path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static boolean isHeldByALivingServer(Path held) throws IOException {
    try {
      var pid = Files.readAllLines(held).getFirst().strip();
      return ProcessHandle.of(Long.parseLong(pid)).isPresent();
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  /// Counts the steps of the drill, and lets the blow fall.
  private static final class Blows implements Drill.Console {
    private final int at;
    private final Blow blow;

    Blows(int at, Blow blow) {
      this.at = at;
      this.blow = blow;
    }

    @Override
    public void say(String line) {
      // the differences say it
    }

    @Override
    public Progress progress(int total) {
      var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
      return new Progress(nowhere, false, total) {
        private int steps;

        @Override
        void step(String what) {
          super.step(what);
          if (++steps == at) {
            try {
              blow.fall();
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
            throw new DrillException("enough");
          }
        }
      };
    }
  }
}
