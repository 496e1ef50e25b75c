package org.huiwu.registration.roster.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.registration.roster.reading.Rosters.person;
import static org.huiwu.registration.roster.reading.Rosters.rows;
import static org.huiwu.registration.roster.reading.Rosters.waiting;
import static org.huiwu.registration.roster.reading.Workbooks.format;
import static org.huiwu.registration.roster.reading.Workbooks.row;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.huiwu.registration.roster.reading.Workbooks.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CellDatesTest {

  @ParameterizedTest
  @CsvSource({
    "yyyy-mm-dd hh:mm, 46181.60763888889",
    "yyyy/m/d h:mm, 46181.60763888889",
    "m/d/yy h:mm, 46181.60763888889",
    "'yyyy\"年\"m\"月\"d\"日\" h:mm;@', 46181.60763888889",
    "'[$-804]m\"月\"d\"日\"h\"时\"mm\"分\"', 46181.60763888889",
    "yyyy-mm-dd, 46181.60763888889",
    "h:mm, 46181.60763888889"
  })
  void cell_dates_are_read_to_the_minute(String dateFormat, double serial) {
    for (Format format : Format.values()) {
      ReadRow row = rows(withArrival(format, serial, dateFormat)).getFirst();
      assertThat(Objects.requireNonNull(person(row).arrival()).time())
          .isEqualTo(LocalDateTime.parse("2026-06-08T14:35"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy-mm-dd, 46181, 2026-06-08",
    "'m\"月\"d\"日\"', 46181, 2026-06-08",
    "h:mm, 0.60763888889, 14:35",
    "yyyy-mm-dd h:mm, 0.60763888889, 14:35",
    "General, 46181.5, 46181.5",
    "0.00, 46181.5, 46181.5"
  })
  void a_cell_date_that_shows_only_half_a_moment_waits(
      String dateFormat, double serial, String value) {
    for (Format format : Format.values()) {
      assertThat(waiting(rows(withArrival(format, serial, dateFormat)).getFirst()))
          .containsExactly("arrive=" + value);
    }
  }

  @ParameterizedTest
  @EnumSource
  void midnight_is_a_time_if_the_cell_shows_one(Format format) {
    ReadRow row = rows(withArrival(format, 46182, "yyyy-mm-dd hh:mm")).getFirst();
    assertThat(Objects.requireNonNull(person(row).arrival()).time())
        .isEqualTo(LocalDateTime.parse("2026-06-09T00:00"));
  }

  @Test
  void the_chinese_editions_own_date_formats_are_known_by_number() {
    Map<String, String> parts =
        Workbooks.parts(
            Workbooks.sheet(
                Workbooks.inline("姓名", "性别", "级别", "到达时间", "返程时间")
                    + "<row><c t=\"inlineStr\"><is><t>王一</t></is></c><c t=\"inlineStr\"><is><t>男</t></is></c>"
                    + "<c t=\"inlineStr\"><is><t>处级</t></is></c><c s=\"1\"><v>46181</v></c>"
                    + "<c s=\"2\"><v>0.5</v></c></row>"));
    withStyles(parts, "<xf numFmtId=\"0\"/><xf numFmtId=\"31\"/><xf numFmtId=\"32\"/>");

    assertThat(waiting(rows(Workbooks.zip(parts)).getFirst()))
        .containsExactly("arrive=2026-06-08", "depart=12:00");
  }

  @Test
  void a_workbook_may_count_its_days_from_1904() {
    Map<String, String> parts =
        Workbooks.parts(
            Workbooks.sheet(
                Workbooks.inline("姓名", "性别", "级别", "到达时间")
                    + "<row r=\"7\"><c r=\"A7\" t=\"str\"><v>王一</v></c><c r=\"B7\" t=\"str\"><v>男</v></c>"
                    + "<c r=\"C7\" t=\"str\"><v>处级</v></c><c r=\"D7\" s=\"1\"><v>44719.60763888889</v></c></row>"));
    withStyles(parts, "<xf numFmtId=\"0\"/><xf numFmtId=\"22\"/>");
    parts.computeIfPresent(
        "xl/workbook.xml",
        (_, xml) -> xml.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));

    ReadRow row = rows(Workbooks.zip(parts)).getFirst();
    assertThat(row.origin().row()).isEqualTo(7);
    assertThat(Objects.requireNonNull(person(row).arrival()).time())
        .isEqualTo(LocalDateTime.parse("2026-06-08T14:35"));
  }

  @Test
  void an_iso_date_cell_is_read() {
    byte[] file =
        Workbooks.zip(
            Workbooks.parts(
                Workbooks.sheet(
                    Workbooks.inline("姓名", "性别", "级别", "到达时间")
                        + Workbooks.inline("王一", "男", "处级")
                            .replace(
                                "</row>", "<c t=\"d\"><v>2026-06-08T14:35:00</v></c></row>"))));

    assertThat(Objects.requireNonNull(person(rows(file).getFirst()).arrival()).time())
        .isEqualTo(LocalDateTime.parse("2026-06-08T14:35"));
  }

  @ParameterizedTest
  @EnumSource
  void a_day_cell_and_a_time_cell_are_one_moment(Format format) {
    byte[] file =
        Workbooks.write(
            format,
            workbook -> {
              Sheet sheet = workbook.createSheet();
              row(sheet, 1, 0, "姓名", "性别", "级别", "抵达日期", "抵达时间");
              Row person = row(sheet, 2, 0, "王一", "男", "处级", 46181, 0.60763888889);
              format(person.getCell(3), "yyyy-mm-dd hh:mm");
              format(person.getCell(4), "h:mm");
            });

    assertThat(Objects.requireNonNull(person(rows(file).getFirst()).arrival()).time())
        .isEqualTo(LocalDateTime.parse("2026-06-08T14:35"));
  }

  private static byte[] withArrival(Format format, double serial, String dateFormat) {
    return Workbooks.write(
        format,
        workbook -> {
          Sheet sheet = workbook.createSheet();
          row(sheet, 1, 0, "姓名", "性别", "级别", "到达时间");
          Row person = row(sheet, 2, 0, "王一", "男", "处级", serial);
          format(person.getCell(3), dateFormat);
        });
  }

  private static void withStyles(Map<String, String> parts, String formats) {
    parts.put(
        "xl/styles.xml",
        "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs>"
            + formats
            + "</cellXfs></styleSheet>");
    parts.computeIfPresent(
        "[Content_Types].xml",
        (_, xml) ->
            xml.replace(
                "</Types>",
                "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>"));
  }
}
