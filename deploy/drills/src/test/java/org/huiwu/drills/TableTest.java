package org.huiwu.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
  @TempDir Path folder;

  @Test
  void an_unknown_column_is_an_error_that_names_file_line_and_value() throws IOException {
    write("code,colour\nH1,red\n");
    assertThatThrownBy(() -> Table.read(folder, "hotels.csv", "code"))
        .hasMessageContaining("hotels.csv, line 1")
        .hasMessageContaining("colour");
  }

  @Test
  void a_missing_column_is_an_error() throws IOException {
    write("code\nH1\n");
    assertThatThrownBy(() -> Table.read(folder, "hotels.csv", "code,name"))
        .hasMessageContaining("'name' is missing");
  }

  @Test
  void a_row_of_another_width_is_an_error_that_names_its_line() throws IOException {
    write("code,name\nH1,荔园\nH2\n");
    assertThatThrownBy(() -> Table.read(folder, "hotels.csv", "code,name"))
        .hasMessageContaining("line 3");
  }

  @Test
  void columns_may_stand_in_any_order_after_a_byte_order_mark() throws IOException {
    write("\uFEFFname,code\n荔园,H1\n");
    var row = Table.read(folder, "hotels.csv", "code,name").rows().getFirst();
    assertThat(row.get("code")).isEqualTo("H1");
    assertThat(row.get("name")).isEqualTo("荔园");
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("hotels.csv"), text);
  }
}
