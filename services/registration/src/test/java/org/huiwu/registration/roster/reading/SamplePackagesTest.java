package org.huiwu.registration.roster.reading;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.registration.roster.reading.SamplePackage.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SamplePackagesTest {

  @Test
  void the_broken_rosters_wait_cell_by_cell_as_expected() {
    SamplePackage sample = new SamplePackage("broken-rosters").imported();

    List<String> expected =
        sample.table("expected/issues.csv").stream()
            .map(line -> String.join("|", line.values()))
            .toList();
    assertThat(sample.issues).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void the_rest_of_the_broken_rosters_goes_in() {
    SamplePackage sample = new SamplePackage("broken-rosters").imported();

    List<String> expected =
        sample.table("expected/people.csv").stream()
            .map(line -> String.join("/", line.values()))
            .toList();
    List<String> in = new ArrayList<>();
    sample.people.forEach((delegation, people) ->
        people.forEach(admitted -> in.add(delegation + "/" + admitted.person().name())));
    assertThat(in).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void family_below_a_repeated_row_goes_in_with_the_host_who_is_in() {
    SamplePackage sample = new SamplePackage("broken-rosters").imported();

    assertThat(sample.people.get("HN"))
        .anySatisfy(admitted -> {
          assertThat(admitted.person().name()).isEqualTo("李三");
          assertThat(admitted.host()).isEqualTo("李一");
        });
  }

  @Test
  void no_cell_of_the_thirty_three_rosters_waits() {
    SamplePackage sample = new SamplePackage("wastewater-250").imported();

    assertThat(sample.issues).isEmpty();
    assertThat(sample.people).hasSize(33);
    assertThat(sample.people.values().stream().mapToInt(List::size).sum()).isEqualTo(251);
  }

  @Test
  void every_line_of_the_initial_manifests_follows_from_what_was_read() {
    SamplePackage sample = new SamplePackage("wastewater-250").imported();
    List<String> later = importedByTheTimeline(sample);

    TreeSet<String> expected =
        sample.table("expected/initial.csv").stream()
            .filter(line -> !value(line, "line").isEmpty())
            .filter(line -> !value(line, "manifest").startsWith("meal:"))
            .map(line ->
                line.get("manifest")
                    + "|"
                    + line.get("line")
                    + "|"
                    + new TreeMap<>(SamplePackage.json(value(line, "fields")))
                        .entrySet().stream().map(Object::toString).collect(joining(" ")))
            .collect(toCollection(TreeSet::new));
    List<String> first =
        sample.people.keySet().stream().filter(code -> !later.contains(code)).toList();
    assertThat(new ExpectedLines(sample).of(first)).isEqualTo(expected);
  }

  @Test
  void every_line_that_a_later_import_adds_follows_from_what_was_read() {
    SamplePackage sample = new SamplePackage("wastewater-250").imported();
    List<String> later = importedByTheTimeline(sample);
    assertThat(later).hasSize(10);

    for (int i = 0; i < later.size(); i++) {
      String change = String.valueOf(i + 1);
      TreeSet<String> expected = new TreeSet<>();
      for (Map<String, String> row : sample.table("expected/ripple.csv")) {
        if (value(row, "seq").equals(change) && !value(row, "added").isEmpty()) {
          Arrays.stream(value(row, "added").split(";"))
              .forEach(line -> expected.add(row.get("manifest") + "|" + line));
        }
      }
      TreeSet<String> read =
          new ExpectedLines(sample)
              .of(List.of(later.get(i))).stream()
                  .map(line -> line.substring(0, line.lastIndexOf('|')))
                  .filter(line -> !line.startsWith("meal:"))
                  .collect(toCollection(TreeSet::new));
      expected.removeIf(line -> line.startsWith("meal:"));
      assertThat(read).as(later.get(i)).isEqualTo(expected);
    }
  }

  private static List<String> importedByTheTimeline(SamplePackage sample) {
    return sample.timeline().stream()
        .filter(change -> value(change, "action").equals("import-roster"))
        .map(change -> RosterReader.delegationOf(value(change, "file")))
        .toList();
  }
}
