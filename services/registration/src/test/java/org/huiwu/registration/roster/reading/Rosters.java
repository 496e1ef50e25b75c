package org.huiwu.registration.roster.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the tests of the roster reader share: a conference, and files written in a line.
final class Rosters {
  static final RosterContext CONFERENCE =
      new RosterContext(
          ZoneId.of("Asia/Shanghai"),
          2026,
          Map.of("R1", "百色", "R2", "北海", "R3", "柳州"),
          Synonyms.standard());

  private Rosters() {}

  static List<ReadRow> rows(byte[] file) {
    return rows(file, CONFERENCE);
  }

  static List<ReadRow> rows(byte[] file, RosterContext context) {
    List<ReadRow> rows = new ArrayList<>();
    assertThat(read(file, "rosters/GD.any", context, rows::add)).isEmpty();
    return rows;
  }

  static FileProblem problem(byte[] file, String name) {
    List<ReadRow> rows = new ArrayList<>();
    FileProblem problem = read(file, name, CONFERENCE, rows::add).orElseThrow();
    assertThat(rows).isEmpty();
    return problem;
  }

  static Optional<FileProblem> read(
      byte[] file, String name, RosterContext context, RosterSink sink) {
    Path stored = stored(file);
    try {
      return new RosterReader().read(stored, name, context, sink);
    } finally {
      delete(stored);
    }
  }

  /// As an upload lies on the disk.
  static Path stored(byte[] file) {
    try {
      return Files.write(Files.createTempFile("huiwu-test-", ""), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path stored) {
    try {
      Files.delete(stored);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<ReadRow> csv(String... lines) {
    return rows(text(lines));
  }

  static byte[] text(String... lines) {
    return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  /// A roster with the header of the sample's simplest form, one column of it filled in.
  static ReadRow withCell(String heading, String value) {
    String quoted = '"' + value.replace("\"", "\"\"") + '"';
    List<ReadRow> rows = csv("姓名,性别,级别," + heading, "王一,男,县处级," + quoted);
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  static PersonRow person(ReadRow row) {
    assertThat(row).isInstanceOf(PersonRow.class);
    return (PersonRow) row;
  }

  static List<String> names(List<ReadRow> rows) {
    return rows.stream().map(row -> person(row).name()).toList();
  }

  /// `field=value` of each cell that waits.
  static List<String> waiting(ReadRow row) {
    return switch (row) {
      case PersonRow _ -> List.of();
      case WaitingRow waits ->
          waits.waiting().stream().map(cell -> cell.field().wire() + "=" + cell.value()).toList();
    };
  }
}
