package org.huiwu.registration.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The rosters of the drills, uploaded as their offices sent them.
class DrillRostersTest extends RealServers {

  @Test
  void the_broken_rosters_leave_exactly_the_cells_and_the_people_that_a_clerk_expects()
      throws IOException {
    var drill = Path.of(System.getProperty("huiwu.root"), "deploy/drills/packages/broken-rosters");
    var desk = at(newConference(delegations(drill)));

    try (var rosters = Files.list(drill.resolve("rosters"))) {
      for (var roster : rosters.sorted().toList()) {
        var answer = desk.upload("rosters/" + roster.getFileName(), Files.readAllBytes(roster));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("status")).isIn("done", "refused");
      }
    }

    Set<String> issues = new TreeSet<>();
    desk.get("/roster-issues")
        .body()
        .forEach(i ->
            issues.add(
                String.join(
                    ",",
                    i.path("file").asString(),
                    i.path("row").asString(),
                    i.path("field").asString(),
                    csv(i.path("value").asString()))));
    assertThat(issues).containsExactlyElementsOf(lines(drill, "expected/issues.csv"));
    assertThat(people(desk)).containsExactlyElementsOf(lines(drill, "expected/people.csv"));
  }

  @Test
  void the_sample_s_rosters_go_in_whole() throws IOException {
    var drill = Path.of(System.getProperty("huiwu.root"), "deploy/drills/packages/wastewater-250");
    var desk = at(newConference(delegations(drill)));

    try (var rosters = Files.list(drill.resolve("rosters"))) {
      for (var roster : rosters.toList()) {
        desk.upload("rosters/" + roster.getFileName(), Files.readAllBytes(roster));
      }
    }

    assertThat(desk.get("/roster-issues").body()).isEmpty();
    Set<String> people = people(desk);
    for (var line : lines(drill, "expected/initial.csv")) {
      var cells = line.split(",");
      if (cells[0].startsWith("rooming:") && cells[1].contains("/")) {
        assertThat(people).contains(cells[1].replace('/', ','));
      }
    }
  }

  private static String[] delegations(Path drill) throws IOException {
    return Files.readAllLines(drill.resolve("inventory/delegations.csv")).stream()
        .skip(1)
        .map(line -> line.split(",")[0])
        .toArray(String[]::new);
  }

  /// As `people.csv` writes them.
  private static Set<String> people(ClerksDesk desk) {
    Set<String> people = new TreeSet<>();
    desk.get("/participants")
        .body()
        .forEach(
            p -> people.add(p.path("delegation").asString() + "," + p.path("name").asString()));
    return people;
  }

  private static Set<String> lines(Path drill, String file) throws IOException {
    return new TreeSet<>(Files.readAllLines(drill.resolve(file)).stream().skip(1).toList());
  }

  private static String csv(String value) {
    return value.contains(",") || value.contains("\"")
        ? '"' + value.replace("\"", "\"\"") + '"'
        : value;
  }
}
