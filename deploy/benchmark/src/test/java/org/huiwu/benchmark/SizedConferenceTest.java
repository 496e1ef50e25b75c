package org.huiwu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizedConferenceTest {
  private static final Path SAMPLE = Path.of("..", "drills", "packages", "wastewater-250");

  @TempDir private Path parent;

  @Test
  void it_has_as_many_people_as_asked_for_no_namesakes_and_beds_for_all() throws IOException {
    var folder = new SizedConference(SAMPLE, 2_345).write(parent);
    var people = 0;
    try (var rosters = Files.list(folder.resolve("rosters"))) {
      for (var roster : rosters.toList()) {
        var rows = Files.readAllLines(roster).stream().skip(1).map(r -> r.split(",", -1)).toList();
        people += rows.size();
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(15));
        assertThat(new HashSet<>(rows.stream().map(row -> row[1]).toList())).hasSize(rows.size());
      }
    }
    assertThat(people).isEqualTo(2_345);
    assertThat(beds(folder)).isGreaterThanOrEqualTo(2_345);
    assertThat(Files.readString(folder.resolve("conference.json")))
        .contains("\"code\": \"SIZE-2345\"");
  }

  private static int beds(Path folder) throws IOException {
    List<String> rooms = Files.readAllLines(folder.resolve("inventory").resolve("rooms.csv"));
    return rooms.stream()
        .skip(1)
        .mapToInt(room -> Integer.parseInt(room.substring(room.lastIndexOf(',') + 1).strip()))
        .sum();
  }
}
