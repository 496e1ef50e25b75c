package org.huiwu.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huiwu.check.Report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The checker on the real platform: while a drill plays, after it, and after everyday commands
/// that no drill has.
class CheckTest extends PlantedCase {
  @TempDir Path scratch;
  private final Played played;

  CheckTest(Played played) {
    super(played);
    this.played = played;
  }

  @Test
  void every_rule_holds_at_rest_after_a_drill_and_after_commands_that_no_drill_has() {
    assertThat(played.drill()).contains("All is equal.");
    assertThat(played.after())
        .hasSize(2)
        .allSatisfy(report -> {
          assertThat(verdicts(report).values()).as(said(report)).containsOnly(Verdict.HOLDS);
          assertThat(report.exitCode()).isEqualTo(Report.HOLDS);
          assertThat(said(report)).startsWith("1 conference(s)");
        });
  }

  @Test
  void while_a_drill_plays_a_rule_holds_or_is_not_evaluated() {
    assertThat(played.during())
        .isNotEmpty()
        .allSatisfy(report ->
            assertThat(verdicts(report).values()).as(said(report)).doesNotContain(Verdict.BROKEN));
    assertThat(played.during())
        .anyMatch(
            report -> said(report).startsWith("1 conference") && report.exitCode() == Report.HOLDS);
  }

  @Test
  void databases_of_separate_processes_are_named_in_a_file() throws Exception {
    var lines =
        addresses.databases().entrySet().stream()
            .filter(e -> e.getKey() != Service.GATEWAY)
            .map(e ->
                "%1$s.url=%2$s\n%1$s.user=huiwu\n%1$s.password-file=secret"
                    .formatted(e.getKey().serviceName(), e.getValue().url()))
            .toList();
    var file = Files.write(scratch.resolve("databases.properties"), lines);
    Files.writeString(scratch.resolve("secret"), played.postgres().password() + "\n");
    var report = new Check(Addresses.inFile(file), "WW2026", AT_ONCE).run();
    assertThat(verdicts(report).values()).containsOnly(Verdict.HOLDS);
  }

  @Test
  void a_wrong_command_line_is_said() {
    assertThatThrownBy(() -> Options.parse(new String[] {"--date", "data"}))
        .hasMessageContaining("problem.option[--date]");
    assertThatThrownBy(() -> Options.parse(new String[] {"--data"}))
        .hasMessageContaining("problem.option-value");
    assertThatThrownBy(() -> Options.parse(new String[] {"--patience", "soon"}))
        .hasMessageContaining("problem.patience[soon]");
  }

  @Test
  void a_conference_that_nobody_knows_and_a_folder_without_a_platform_are_said() {
    assertThatThrownBy(() -> new Check(addresses, "NOBODYS", AT_ONCE).run())
        .isInstanceOf(CheckException.class)
        .hasMessageContaining("NOBODYS");
    assertThatThrownBy(() -> Addresses.inData(scratch.resolve("nowhere")))
        .isInstanceOf(CheckException.class)
        .hasMessageContaining("problem.not-running");
  }

  @Test
  void nobody_is_named() {
    var names =
        Planted.database(addresses, Service.REGISTRATION)
            .queryForList("select name from participant", String.class);
    assertThat(names).hasSizeGreaterThan(100);
    var planted =
        planted()
            .with(Service.REGISTRATION, "participant", "update participant set name = name || '改'");
    try (planted) {
      var report = checkAtOnce();
      assertThat(report.verdict("manifests")).isEqualTo(Verdict.BROKEN);
      for (var language : List.of("en", "zh")) {
        assertThat(report.lines(Words.of(language)))
            .noneMatch(line -> names.stream().anyMatch(line::contains));
      }
    }
  }
}
