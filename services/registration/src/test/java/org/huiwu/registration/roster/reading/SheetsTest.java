package org.huiwu.registration.roster.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.huiwu.registration.roster.reading.grid.GridRow;
import org.junit.jupiter.api.Test;

/// The sheets of a file as a clerk is shown them, with what each column was taken for.
class SheetsTest {

  @Test
  void a_title_above_the_header_is_in_sight_and_is_no_part_of_it() {
    var sheet = sheets("参会人员名册,,,\n广东省住房和城乡建设厅（盖章）,,,\n序号,姓名,性别,级别,民族\n1,王一,男,处级,汉\n").getFirst();

    assertThat(sheet.rows()).extracting(GridRow::number).containsExactly(1, 2, 3, 4);
    assertThat(sheet.tables())
        .containsExactly(
            new RosterTable(
                3, 3, Map.of(1, RosterField.NAME, 2, RosterField.GENDER, 3, RosterField.RANK)));
  }

  @Test
  void a_header_of_two_rows_is_marked_whole() {
    var file =
        Workbooks.write(
            Workbooks.Format.XLSX,
            book -> {
              var sheet = book.createSheet("名册");
              Workbooks.row(sheet, 1, 0, "姓名", "性别", "级别", "到达信息", null, "返程信息", null);
              Workbooks.row(sheet, 2, 0, null, null, null, "时间", "航班/车次", "时间", "航班/车次");
              Workbooks.row(sheet, 3, 0, "王一", "男", "处级", "6月8日 14:00", "CZ1", "", "");
              sheet.addMergedRegion(new CellRangeAddress(0, 0, 3, 4));
              sheet.addMergedRegion(new CellRangeAddress(0, 0, 5, 6));
            });

    var table = sheets(file).getFirst().tables().getFirst();

    assertThat(table.headerFrom()).isEqualTo(1);
    assertThat(table.headerTo()).isEqualTo(2);
    assertThat(table.columns())
        .containsEntry(3, RosterField.ARRIVE)
        .containsEntry(4, RosterField.ARRIVE_NO)
        .containsEntry(5, RosterField.DEPART)
        .containsEntry(6, RosterField.DEPART_NO);
  }

  @Test
  void a_day_and_a_time_in_two_columns_are_one_field() {
    var table = sheets("姓名,性别,级别,到达日期,到达时间\n王一,男,处级,6月8日,14:00\n").getFirst().tables().getFirst();

    assertThat(table.columns())
        .containsEntry(3, RosterField.ARRIVE)
        .containsEntry(4, RosterField.ARRIVE);
  }

  @Test
  void a_cover_sheet_is_shown_without_a_table_and_a_hidden_one_is_not_shown() {
    var file =
        Workbooks.write(
            Workbooks.Format.XLSX,
            book -> {
              Workbooks.row(book.createSheet("封面"), 1, 0, "关于报送参会人员的函");
              Workbooks.row(book.createSheet("旧名单"), 1, 0, "姓名", "性别", "级别");
              Workbooks.row(book.createSheet("名册"), 4, 1, "姓名", "性别", "级别");
              book.setSheetHidden(1, true);
            });

    var sheets = sheets(file);

    assertThat(sheets).extracting(RosterSheet::name).containsExactly("封面", "名册");
    assertThat(sheets.getFirst().tables()).isEmpty();
    assertThat(sheets.getFirst().rows()).hasSize(1);
    assertThat(sheets.getLast().tables())
        .containsExactly(
            new RosterTable(
                4, 4, Map.of(1, RosterField.NAME, 2, RosterField.GENDER, 3, RosterField.RANK)));
  }

  @Test
  void of_a_long_file_only_what_is_first_and_what_stands_around_a_header_is_kept() {
    var notes = IntStream.rangeClosed(1, 30).mapToObj(n -> "填报要求" + n).toList();
    var people = IntStream.rangeClosed(1, 200).mapToObj(n -> "王一,男,处级").toList();
    var text = String.join("\n", notes) + "\n姓名,性别,级别\n" + String.join("\n", people);

    var sheet = sheets(text).getFirst();

    assertThat(sheet.tables()).hasSize(1);
    assertThat(sheet.tables().getFirst().headerFrom()).isEqualTo(31);
    assertThat(sheet.rows()).hasSizeLessThan(30);
    assertThat(sheet.rows()).extracting(GridRow::number).contains(1, 10, 30, 31, 32, 37);
  }

  @Test
  void what_nobody_recognised_is_shown_as_it_is_in_whatever_encoding() {
    var text = "尊姓大名,男女\n王一,男\n";
    var sheet = sheets(text.getBytes(Charset.forName("GB18030"))).getFirst();

    assertThat(sheet.tables()).isEmpty();
    assertThat(texts(sheet)).containsExactly("尊姓大名 男女", "王一 男");
  }

  @Test
  void a_file_that_cannot_be_read_has_no_sheets() {
    assertThat(sheets(new byte[0])).isEmpty();
    assertThat(sheets(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1, 2})).isEmpty();
  }

  private static List<String> texts(RosterSheet sheet) {
    return sheet.rows().stream()
        .map(row ->
            row.cells().values().stream().map(c -> c.text()).collect(Collectors.joining(" ")))
        .toList();
  }

  private static List<RosterSheet> sheets(String text) {
    return sheets(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<RosterSheet> sheets(byte[] file) {
    Path stored = Rosters.stored(file);
    try {
      return new RosterReader().sheets(stored, Rosters.CONFERENCE);
    } finally {
      Rosters.delete(stored);
    }
  }
}
