package org.huiwu.oracle.making;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.huiwu.oracle.PackageFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PackageMakerTest {

  @TempDir Path folder;

  @Test
  void the_same_seed_makes_the_same_package() throws IOException {
    Size size = new Size(60, true, false);
    new PackageMaker(7, size).make(folder.resolve("one"));
    new PackageMaker(7, size).make(folder.resolve("two"));
    for (String file :
        List.of(
            "conference.json",
            "timeline.jsonl",
            "inventory/trips.csv",
            "expected/initial.csv",
            "expected/ripple.csv",
            "expected/final.csv")) {
      assertThat(folder.resolve("two").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("one").resolve(file));
    }
    assertThat(names("two")).isEqualTo(names("one"));
  }

  @Test
  void another_seed_makes_another_package() throws IOException {
    new PackageMaker(1, new Size(40, true, false)).make(folder.resolve("one"));
    new PackageMaker(2, new Size(40, true, false)).make(folder.resolve("two"));
    assertThat(Files.readString(folder.resolve("one/timeline.jsonl")))
        .isNotEqualTo(Files.readString(folder.resolve("two/timeline.jsonl")));
  }

  @Test
  void a_timeline_has_every_action() {
    new PackageMaker(11, new Size(120, true, false)).make(folder);
    Set<String> actions = new TreeSet<>();
    for (JsonNode line : new PackageFiles(folder).timeline()) {
      actions.add(line.required("action").asString());
    }
    assertThat(actions)
        .containsExactlyInAnyOrder(
            "import-roster",
            "register",
            "add-companion",
            "withdraw",
            "itinerary",
            "diet",
            "switch-route",
            "hold-rooms",
            "rehouse",
            "replace-vehicle",
            "retime-trip",
            "retime-stop",
            "move-session",
            "roll-call");
  }

  @Test
  void every_roster_is_read_once() {
    new PackageMaker(12, new Size(100, true, false)).make(folder);
    PackageFiles files = new PackageFiles(folder);
    List<String> imported =
        files.timeline().stream()
            .filter(line -> line.required("action").asString().equals("import-roster"))
            .map(line -> line.required("file").asString())
            .toList();
    assertThat(files.rosters()).containsAll(imported);
    assertThat(imported).doesNotHaveDuplicates().isNotEmpty();
  }

  @Test
  void a_broken_package_names_the_cells_that_wait_and_the_people_who_are_in() {
    new BrokenMaker(3, new Size(90, true, false)).make(folder);
    PackageFiles files = new PackageFiles(folder);
    assertThat(files.expected("issues")).isNotEmpty();
    for (List<String> issue : files.expected("issues")) {
      assertThat(files.rosters()).contains(issue.getFirst());
    }
    assertThat(files.expected("people")).isNotEmpty().doesNotHaveDuplicates();
  }

  private List<String> names(String part) {
    return new PackageFiles(folder.resolve(part)).rosters();
  }
}
