package org.huiwu.registration.roster.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Fifty thousand people in one file.
class LargeRostersTest {

  @ParameterizedTest
  @ValueSource(strings = {"csv", "tsv", "xlsx", "xls"})
  void fifty_thousand_people_in_one_file_are_read(String ending, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("BIG." + ending);
    LargeRosters.write(file, 50_000);
    Set<String> names = new HashSet<>();
    int[] rows = new int[1];

    var problem =
        new RosterReader()
            .read(
                file,
                "rosters/BIG." + ending,
                Rosters.CONFERENCE,
                new RosterSink() {
                  @Override
                  public void begin(int ofFile) {
                    rows[0] = ofFile;
                  }

                  @Override
                  public void accept(ReadRow row) {
                    names.add(Rosters.person(row).name());
                  }
                });

    assertThat(problem).isEmpty();
    assertThat(rows[0]).isEqualTo(50_001);
    assertThat(names).hasSize(50_000);
  }
}
