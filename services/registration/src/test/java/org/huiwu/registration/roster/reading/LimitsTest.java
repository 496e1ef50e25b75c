package org.huiwu.registration.roster.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.huiwu.registration.roster.reading.Workbooks.inline;
import static org.huiwu.registration.roster.reading.Workbooks.parts;
import static org.huiwu.registration.roster.reading.Workbooks.sheet;
import static org.huiwu.registration.roster.reading.Workbooks.zip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.huiwu.registration.roster.reading.Workbooks.Format;
import org.huiwu.registration.roster.reading.grid.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
  private static final String ROWS = inline("姓名", "性别", "级别") + inline("王一", "男", "处级");

  @Test
  void an_empty_file_is_refused() {
    assertThat(refusal(new byte[0], "NX.csv")).isEqualTo(Refusal.EMPTY);
    assertThat(refusal(bytes("\uFEFF \r\n\t\r\n"), "NX.csv")).isEqualTo(Refusal.EMPTY);
    assertThat(refusal(bytes(",,\n,,\n"), "NX.csv")).isEqualTo(Refusal.EMPTY);
    for (Format format : Format.values()) {
      byte[] blank = Workbooks.write(format, workbook -> workbook.createSheet());
      assertThat(refusal(blank, "NX.xlsx")).isEqualTo(Refusal.EMPTY);
    }
  }

  @Test
  void a_damaged_workbook_is_refused() {
    byte[] whole = zip(parts(sheet(ROWS)));
    assertThat(refusal(Arrays.copyOf(whole, 700), "FJ.xlsx")).isEqualTo(Refusal.DAMAGED);

    byte[] old = Workbooks.write(Format.XLS, workbook -> workbook.createSheet());
    assertThat(refusal(Arrays.copyOf(old, 1_000), "FJ.xls")).isEqualTo(Refusal.DAMAGED);

    assertThat(refusal(zip(parts(sheet(ROWS.replace("</row>", "")))), "FJ.xlsx"))
        .isEqualTo(Refusal.DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%PDF-1.7 ...", "<html><table><tr><td>姓名", "{\\rtf1 姓名", "a\u0000b,c"})
  void what_is_no_table_is_refused(String text) {
    assertThat(refusal(bytes(text), "BJ.xls")).isEqualTo(Refusal.NOT_A_TABLE);
  }

  @Test
  void text_that_pretends_to_be_a_workbook_is_read_only_if_it_is_a_roster() {
    assertThat(refusal(bytes("this is no workbook"), "BJ.xlsx")).isEqualTo(Refusal.DAMAGED);
    assertThat(Rosters.problem(bytes("编号,备注\n1,无\n"), "BJ.csv").kind())
        .isEqualTo(FileProblem.Kind.HEADER);
    assertThat(Rosters.read(Rosters.text("姓名,性别,级别"), "BJ.xls", Rosters.CONFERENCE, _ -> {}))
        .isEmpty();
  }

  @Test
  void a_zip_that_is_no_workbook_is_refused() {
    assertThat(refusal(zip(Map.of("a.txt", "a")), "BJ.xlsx")).isEqualTo(Refusal.DAMAGED);
  }

  @Test
  void a_part_that_unpacks_beyond_the_limit_is_refused() {
    Map<String, String> parts = parts(sheet(ROWS + " ".repeat(51 * 1024 * 1024)));
    byte[] bomb = zip(parts);

    assertThat(bomb.length).isLessThan(100_000);
    assertThat(refusal(bomb, "BJ.xlsx")).isEqualTo(Refusal.TOO_BIG);
  }

  @Test
  void more_parts_than_a_workbook_has_are_refused() {
    Map<String, String> parts = parts(sheet(ROWS));
    for (int i = 0; i < 100; i++) {
      parts.put("xl/media/image" + i + ".xml", "<a/>");
    }
    assertThat(refusal(zip(parts), "BJ.xlsx")).isEqualTo(Refusal.TOO_BIG);
  }

  @Test
  void a_file_beyond_the_limit_is_refused() {
    byte[] large = new byte[24 * 1024 * 1024 + 1];
    Arrays.fill(large, (byte) 'a');
    assertThat(refusal(large, "BJ.csv")).isEqualTo(Refusal.TOO_BIG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"xl/worksheets/sheet1.xml", "xl/workbook.xml", "_rels/.rels", "docProps/core.xml"})
  void a_document_type_in_any_part_is_refused(String part) {
    Map<String, String> parts = parts(sheet(ROWS));
    parts.merge(
        part,
        "<a/>",
        (xml, _) -> "<!-- x -->\n<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n" + xml);
    parts.computeIfPresent(part, (_, xml) -> xml.equals("<a/>") ? "<!DOCTYPE a><a/>" : xml);

    assertThat(refusal(zip(parts), "BJ.xlsx")).isEqualTo(Refusal.DOCTYPE);
  }

  @Test
  void macros_are_refused() throws IOException {
    assertThat(refusal(zip(parts(sheet(ROWS))), "BJ.xlsm")).isEqualTo(Refusal.MACROS);

    Map<String, String> parts = parts(sheet(ROWS));
    parts.put("xl/vbaProject.bin", "x");
    assertThat(refusal(zip(parts), "BJ.xlsx")).isEqualTo(Refusal.MACROS);

    Map<String, String> enabled = parts(sheet(ROWS));
    enabled.computeIfPresent(
        "[Content_Types].xml",
        (_, xml) ->
            xml.replace(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                "application/vnd.ms-excel.sheet.macroEnabled.main+xml"));
    assertThat(refusal(zip(enabled), "BJ.xlsx")).isEqualTo(Refusal.MACROS);

    byte[] old = Workbooks.write(Format.XLS, workbook -> workbook.createSheet());
    try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(old))) {
      file.getRoot().createDirectory("_VBA_PROJECT_CUR");
      assertThat(refusal(bytes(file), "BJ.xls")).isEqualTo(Refusal.MACROS);
    }
  }

  @Test
  void an_encrypted_workbook_is_refused() throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      file.createDocument(new ByteArrayInputStream(new byte[64]), "EncryptedPackage");
      assertThat(refusal(bytes(file), "BJ.xlsx")).isEqualTo(Refusal.ENCRYPTED);
    }
  }

  @Test
  void more_rows_than_a_roster_has_are_refused_and_none_is_given() {
    String header = inline("姓名", "性别", "级别");
    String person = inline("王一", "男", "处级");
    byte[] workbook = zip(parts(sheet(header + person.repeat(65_536))));
    assertThat(refusal(workbook, "BJ.xlsx")).isEqualTo(Refusal.TOO_MANY_ROWS);

    byte[] text = bytes("姓名,性别,级别\n" + "王一,男,处级\n".repeat(65_536));
    assertThat(refusal(text, "BJ.csv")).isEqualTo(Refusal.TOO_MANY_ROWS);

    AtomicInteger rows = new AtomicInteger();
    byte[] full = zip(parts(sheet(header + person.repeat(65_535))));
    assertThat(Rosters.read(full, "BJ.xlsx", Rosters.CONFERENCE, _ -> rows.incrementAndGet()))
        .isEmpty();
    assertThat(rows.get()).isEqualTo(65_535);
  }

  @Test
  void blank_rows_do_not_count() {
    String blank = "<row><c s=\"0\"/></row>".repeat(70_000);
    assertThat(Rosters.rows(zip(parts(sheet(ROWS + blank))))).hasSize(1);
  }

  @Test
  void blank_cells_cost_nothing_however_many_there_are() {
    byte[] many =
        Workbooks.write(
            Format.XLS,
            workbook -> {
              var sheet = workbook.createSheet();
              Workbooks.row(sheet, 1, 0, "姓名", "性别", "级别");
              Workbooks.row(sheet, 2, 0, "王一", "男", "处级");
              for (int row = 2; row < 4_000; row++) {
                var cells = sheet.createRow(row);
                for (int column = 0; column < 256; column++) {
                  cells.createCell(column);
                }
              }
            });
    assertThat(Rosters.rows(many)).hasSize(1);
  }

  /// Whatever the bytes are, the answer is rows or a problem, never an exception.
  @ParameterizedTest
  @ValueSource(strings = {"BT.xlsx", "GD.xls", "NM.csv"})
  void no_damage_makes_the_reader_fail(String roster) throws IOException {
    byte[] sound =
        Files.readAllBytes(
            Path.of(
                System.getProperty("huiwu.root"),
                "deploy/drills/packages/wastewater-250/rosters",
                roster));
    Random random = new Random(20260608);
    for (int round = 0; round < 300; round++) {
      byte[] damaged = sound.clone();
      for (int hit = 0; hit <= round % 8; hit++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      byte[] cut = round % 3 == 0 ? Arrays.copyOf(damaged, random.nextInt(sound.length)) : damaged;
      assertThatCode(() -> Rosters.read(cut, roster, Rosters.CONFERENCE, _ -> {}))
          .as("round %d", round)
          .doesNotThrowAnyException();
    }
  }

  private static Refusal refusal(byte[] file, String name) {
    FileProblem problem = Rosters.problem(file, name);
    assertThat(problem.kind().wire()).isEqualTo("file");
    assertThat(problem.value()).isEmpty();
    return java.util.Objects.requireNonNull(problem.refusal());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(POIFSFileSystem file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    file.writeFilesystem(bytes);
    return bytes.toByteArray();
  }
}
