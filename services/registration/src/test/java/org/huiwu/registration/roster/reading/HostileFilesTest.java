package org.huiwu.registration.roster.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiwu.registration.roster.reading.Workbooks.inline;
import static org.huiwu.registration.roster.reading.Workbooks.parts;
import static org.huiwu.registration.roster.reading.Workbooks.sheet;
import static org.huiwu.registration.roster.reading.Workbooks.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.huiwu.registration.roster.reading.Workbooks.Format;
import org.huiwu.registration.roster.reading.grid.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that were made to harm, or that nobody would make otherwise.
class HostileFilesTest {
  private static final String ROWS = inline("姓名", "性别", "级别") + inline("王一", "男", "处级");

  @Test
  void a_directory_of_countless_parts_is_refused_before_it_is_read() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 20_000; i++) {
        zip.putNextEntry(new ZipEntry("a" + i));
      }
    }
    assertThat(problem(bytes.toByteArray(), "BJ.xlsx"))
        .isEqualTo(FileProblem.unreadable(Refusal.TOO_BIG, "> 100 parts"));
  }

  @Test
  void a_tag_as_long_as_a_book_is_refused() {
    var tag = "<row><c t=\"inlineStr\" x=\"" + "a".repeat(70_000) + "\"/></row>";
    assertThat(problem(zip(parts(sheet(ROWS + tag))), "BJ.xlsx"))
        .isEqualTo(FileProblem.unreadable(Refusal.TOO_BIG, "xl/worksheets/sheet1.xml"));
  }

  @Test
  void more_shared_strings_than_a_roster_has_are_refused() {
    Map<String, String> parts = parts(sheet(ROWS));
    parts.computeIfPresent(
        "[Content_Types].xml",
        (_, xml) ->
            xml.replace(
                "</Types>",
                "<Override PartName=\"/xl/sharedStrings.xml\""
                    + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>"));
    var one = "<si><t>" + "a".repeat(32_000) + "</t></si>";
    parts.put(
        "xl/sharedStrings.xml",
        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + one.repeat(1_100)
            + "</sst>");
    assertThat(problem(zip(parts), "BJ.xlsx"))
        .isEqualTo(FileProblem.unreadable(Refusal.TOO_BIG, "shared strings"));
  }

  @Test
  void one_sheet_that_is_listed_a_thousand_times_is_refused() {
    Map<String, String> parts = parts(sheet(ROWS));
    parts.computeIfPresent(
        "xl/workbook.xml",
        (_, xml) ->
            xml.replace(
                "</sheets>",
                "<sheet name=\"a\" sheetId=\"2\" r:id=\"r1\"/>".repeat(1_000) + "</sheets>"));
    assertThat(problem(zip(parts), "BJ.xlsx"))
        .isEqualTo(FileProblem.unreadable(Refusal.TOO_BIG, "xl/workbook.xml"));
  }

  @Test
  void more_columns_than_a_spreadsheet_has_are_refused() {
    var wide = "<row r=\"9\"><c r=\"XFE9\"><v>1</v></c></row>";
    assertThat(problem(zip(parts(sheet(ROWS + wide))), "BJ.xlsx").refusal())
        .isEqualTo(Refusal.TOO_MANY_COLUMNS);
    assertThat(problem(text("姓名,性别,级别\n" + ",".repeat(20_000)), "BJ.csv"))
        .isEqualTo(FileProblem.unreadable(Refusal.TOO_MANY_COLUMNS, "row 2"));
  }

  @Test
  void a_line_without_end_is_refused_where_it_stands() {
    assertThat(problem(text("姓名,性别,级别\n王一,男," + "处".repeat(5_000_000)), "BJ.csv"))
        .isEqualTo(FileProblem.unreadable(Refusal.TEXT_TOO_LONG, "row 2"));
    assertThat(problem(text("\"" + "a".repeat(5_000_000)), "BJ.csv").refusal())
        .isEqualTo(Refusal.TEXT_TOO_LONG);
  }

  @Test
  void a_nul_in_a_text_is_refused_where_it_stands() {
    assertThat(problem(text("姓名,性别\u0000,级别\n王一,男,处级\n"), "BJ.csv"))
        .isEqualTo(FileProblem.unreadable(Refusal.NOT_A_TABLE, "character 6"));
  }

  @Test
  void what_a_workbook_links_to_is_never_fetched() throws IOException {
    try (var stranger = new ServerSocket(0)) {
      stranger.setSoTimeout(200);
      var address = "http://127.0.0.1:" + stranger.getLocalPort() + "/a.xlsx";
      Map<String, String> parts =
          parts(
              sheet(
                  inline("姓名", "性别", "级别")
                      + "<row r=\"2\"><c r=\"A2\"><f>[1]Sheet1!A1</f><v>王一</v></c></row>"));
      parts.put(
          "xl/externalLinks/externalLink1.xml",
          "<externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>");
      parts.put(
          "xl/externalLinks/_rels/externalLink1.xml.rels",
          ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                  + "<Relationship Id=\"r1\" TargetMode=\"External\" Target=\"%s\""
                  + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath\"/></Relationships>")
              .formatted(address));

      List<ReadRow> rows = Rosters.rows(zip(parts));

      assertThat(Rosters.waiting(rows.getFirst())).contains("name==[1]Sheet1!A1");
      assertThatThrownBy(stranger::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void the_value_that_a_formula_had_when_the_file_was_saved_is_not_trusted(Format format) {
    byte[] file =
        Workbooks.write(
            format,
            workbook -> {
              var sheet = workbook.createSheet();
              Workbooks.row(sheet, 1, 0, "姓名", "性别", "级别");
              Workbooks.row(sheet, 2, 0, "王一", "男", "=\"处\"&\"级\"");
              workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            });
    assertThat(Rosters.waiting(Rosters.rows(file).getFirst())).containsExactly("rank==\"处\"&\"级\"");
  }

  @Test
  void a_workbook_with_a_password_is_refused() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new HSSFWorkbook()) {
      Workbooks.row(workbook.createSheet(), 1, 0, "姓名", "性别", "级别");
      Biff8EncryptionKey.setCurrentUserPassword("secret");
      workbook.write(bytes);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    assertThat(problem(bytes.toByteArray(), "BJ.xls").refusal()).isEqualTo(Refusal.ENCRYPTED);
  }

  @Test
  void a_file_is_what_it_holds_whatever_it_is_called() {
    byte[] workbook = zip(parts(sheet(ROWS)));
    assertThat(Rosters.read(workbook, "BJ.csv", Rosters.CONFERENCE, _ -> {})).isEmpty();
    assertThat(problem(text("MZ\u0090\u0000\u0003"), "BJ.xlsx").refusal())
        .isEqualTo(Refusal.NOT_A_TABLE);
    assertThat(problem(zip(Map.of("a.txt", "a")), "BJ.csv").refusal()).isEqualTo(Refusal.DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "-2+3+cmd", "@SUM(A1)", "\t=1", "＝1"})
  void text_that_a_spreadsheet_would_run_is_never_taken_in(String text) {
    assertThat(Rosters.waiting(Rosters.withCell("职务", text)))
        .singleElement()
        .asString()
        .startsWith("title=");
  }

  private static FileProblem problem(byte[] file, String name) {
    FileProblem problem = Rosters.problem(file, name);
    assertThat(problem.kind()).isEqualTo(FileProblem.Kind.FILE);
    return Objects.requireNonNull(problem);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
