package org.huiwu.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.huiwu.oracle.making.BrokenMaker;
import org.huiwu.oracle.making.PackageMaker;
import org.huiwu.oracle.making.Size;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole conferences on the real platform: what it makes of them is what FORMAT.md says, row by
/// row.
@ExtendWith(PlatformOfTheProcess.class)
class DrillTest {
  @TempDir static Path scratch;
  private static ThrowawayPlatform platform;

  @BeforeAll
  static void start(ThrowawayPlatform running) {
    platform = running;
  }

  @ParameterizedTest
  @ValueSource(strings = {"wastewater-250", "broken-rosters"})
  void a_sample_conference_is_equal_in_every_row(String sample) throws IOException {
    var folder = sample(sample);
    assertThat(folder.resolve("expected")).isDirectory();
    assertThat(drill(folder)).isEmpty();
  }

  @ParameterizedTest
  @Tag("proof")
  @ValueSource(longs = {20_261, 20_262})
  void a_conference_nobody_has_seen_is_equal_in_every_row(long seed) throws IOException {
    var folder = scratch.resolve("made-" + seed);
    new PackageMaker(seed, new Size(60, true, seed % 2 == 0)).make(folder);
    assertThat(drill(folder)).isEmpty();
  }

  @Test
  @Tag("proof")
  void rosters_that_nobody_has_seen_wait_cell_by_cell() throws IOException {
    var folder = scratch.resolve("broken-7");
    new BrokenMaker(7, new Size(40, false, false)).make(folder);
    assertThat(drill(folder)).isEmpty();
  }

  @Test
  void a_preview_of_each_line_says_what_then_comes_of_it() throws IOException {
    var folder = scratch.resolve("foreseen");
    new PackageMaker(9, new Size(40, false, false)).make(folder);
    assertThat(previewed(folder)).isEmpty();
  }

  @Test
  @Tag("proof")
  void a_preview_of_each_line_of_the_sample_conference_says_what_then_comes_of_it()
      throws IOException {
    assertThat(previewed(sample("wastewater-250"))).isEmpty();
  }

  @Test
  @Tag("proof")
  void a_preview_of_each_line_of_a_contested_conference_says_what_then_comes_of_it()
      throws IOException {
    var folder = scratch.resolve("contested");
    new PackageMaker(20_263, new Size(60, true, true)).make(folder);
    assertThat(previewed(folder)).isEmpty();
  }

  @Test
  void a_wrong_expectation_is_found() throws IOException {
    var folder = scratch.resolve("wrong");
    new PackageMaker(3, new Size(40, false, false)).make(folder);
    var expected = folder.resolve("expected/ripple.csv");
    var lines = new ArrayList<>(Files.readAllLines(expected));
    var gone = lines.removeLast();
    Files.write(expected, lines);
    assertThat(drill(folder))
        .anyMatch(d -> d.startsWith("ripple.csv has too much") && d.contains(gone.split(",")[1]));
  }

  @Test
  void an_unknown_action_names_file_line_and_value() throws IOException {
    var folder = scratch.resolve("unknown");
    new PackageMaker(4, new Size(40, false, false)).make(folder);
    Files.writeString(
        folder.resolve("timeline.jsonl"),
        "{\"seq\": 1, \"at\": \"2026-06-07T10:00\", \"by\": \"venue\", \"action\": \"paint-hall\"}\n",
        StandardCharsets.UTF_8);
    assertThatThrownBy(() -> drill(folder))
        .isInstanceOf(DrillException.class)
        .hasMessageContaining("timeline.jsonl, line 1")
        .hasMessageContaining("paint-hall");
  }

  @Test
  @Tag("proof")
  void two_conferences_at_once_with_the_same_codes_are_both_right() throws Exception {
    var folder = scratch.resolve("twice");
    new PackageMaker(5, new Size(40, false, false)).make(folder);
    try (var desks = Executors.newFixedThreadPool(2)) {
      List<Callable<List<String>>> both =
          List.of(() -> drill(folder, "first"), () -> drill(folder, "second"));
      for (var differences : desks.invokeAll(both)) {
        assertThat(differences.get()).isEmpty();
      }
    }
  }

  private static Path sample(String name) {
    var root = Path.of(System.getProperty("huiwu.root", "../.."));
    return root.resolve("deploy/drills/packages").resolve(name);
  }

  private static List<String> drill(Path folder) throws IOException {
    return drill(folder, "only");
  }

  private static List<String> drill(Path folder, String name) throws IOException {
    return drill(folder, name, drill -> drill);
  }

  private static List<String> previewed(Path folder) throws IOException {
    return drill(folder, "previewed", Drill::alsoPreviewing);
  }

  private static List<String> drill(Path folder, String name, UnaryOperator<Drill> with)
      throws IOException {
    var out = scratch.resolve("out").resolve(folder.getFileName() + "-" + name);
    List<String> said = new ArrayList<>();
    var console =
        new Drill.Console() {
          @Override
          public void say(String line) {
            said.add(line);
          }

          @Override
          public Progress progress(int total) {
            return new Progress(
                new PrintStream(
                    java.io.OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                false,
                total);
          }
        };
    var differences =
        with.apply(
                new Drill(
                    ConferencePackage.open(folder),
                    platform.address(),
                    platform.password(),
                    out,
                    console))
            .run();
    assertThat(said).as(() -> "log: " + log()).isNotEmpty();
    return differences;
  }

  private static String log() {
    try {
      return platform.log();
    } catch (IOException e) {
      return e.toString();
    }
  }
}
