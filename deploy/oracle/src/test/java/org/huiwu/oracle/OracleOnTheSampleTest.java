package org.huiwu.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The oracle is right where we can know it: on the sample it says every row of `expected/`, and no
/// other, in the order of the files.
class OracleOnTheSampleTest {

  private static PackageFiles files;
  private static Replay replay;

  @BeforeAll
  static void replay_the_sample() {
    Path folder =
        Path.of(
            Objects.requireNonNull(System.getProperty("huiwu.root")),
            "deploy/drills/packages/wastewater-250");
    files = new PackageFiles(folder);
    replay = Replay.of(files, new SampleRosters(folder, files.conference(), files.inventory()));
  }

  @Test
  void every_manifest_before_the_first_change_is_as_expected() {
    assertThat(replay.initial()).containsExactlyElementsOf(files.expected("initial")).hasSize(1094);
  }

  @Test
  void every_change_revises_exactly_the_expected_manifests() {
    assertThat(replay.ripple()).containsExactlyElementsOf(files.expected("ripple")).hasSize(865);
  }

  @Test
  void every_manifest_after_the_last_change_is_as_expected() {
    assertThat(replay.last()).containsExactlyElementsOf(files.expected("final")).hasSize(1516);
  }
}
