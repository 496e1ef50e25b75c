package org.huiwu.notification.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huiwu.notification.manifest.Difference;
import org.huiwu.notification.manifest.LineChange;
import org.junit.jupiter.api.Test;

class WorkbookTest {
  private final Papers papers = new Papers();

  private XSSFWorkbook read(Sheet sheet) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(papers.xlsx(sheet)));
  }

  private static List<Cell> cells(XSSFSheet page) {
    List<Cell> cells = new ArrayList<>();
    page.forEach(row -> row.forEach(cells::add));
    return cells;
  }

  @Test
  void what_a_spreadsheet_would_run_is_text_and_stays_letter_for_letter() throws IOException {
    var tricky =
        List.of(
            "=1+1",
            "+8613800000000",
            "-1",
            "@SUM(A1)",
            "\t=1+1",
            "\r=1",
            "_x003D_1+1",
            "𠮷田",
            "=HYPERLINK(\"http://x\")");
    var lines = new TreeMap<>(SampleSheets.visitors(0));
    for (var i = 0; i < tricky.size(); i++) {
      lines.put("p" + i, SampleSheets.fields("name", tricky.get(i), "room", tricky.get(i)));
    }
    var base = SampleSheets.rooming(0);
    var since = new TreeMap<String, LineChange>();
    lines.forEach((key, fields) -> since.put(key, new LineChange(null, fields)));
    var sheet =
        new Sheet(
            "=会议",
            "rooming:X",
            "=cmd",
            "@you",
            4,
            base.cutAt(),
            base.zone(),
            Locale.CHINA,
            SampleSheets.fields("hotel", "=H1"),
            lines,
            new Difference(new LineChange(null, null), since),
            3,
            null,
            Sheet.State.WHOLE,
            Map.of());
    try (var book = read(sheet)) {
      List<String> values = new ArrayList<>();
      for (var page : List.of(book.getSheetAt(0), book.getSheetAt(1))) {
        for (var cell : cells(page)) {
          assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
          assertThat(cell.getCellStyle().getDataFormatString()).isIn("@", "General");
          values.add(cell.getStringCellValue().replace("\r\n", "\n").replace('\r', '\n'));
        }
      }
      assertThat(values).containsAll(tricky.stream().map(t -> t.replace('\r', '\n')).toList());
    }
  }

  @Test
  void the_list_stands_under_its_header_which_stays_in_sight() throws IOException {
    var sheet = SampleSheets.site(30, Locale.CHINA);
    try (var book = read(sheet)) {
      assertThat(book.getNumberOfSheets()).isOne();
      var page = book.getSheetAt(0);
      assertThat(page.getSheetName()).isEqualTo("名单");
      assertThat(page.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 5);
      var text = cells(page).stream().map(Cell::toString).toList();
      assertThat(text.get(0)).isEqualTo("接待清单 · 江南污水处理厂");
      assertThat(text.get(1)).contains("第 7 版", "2026年6月3日 09:17（GMT+8）", "江南厂接待组");
      assertThat(text.get(2)).contains("到达 6月3日 10:40", "桂A12345");
      assertThat(text.get(3)).contains("人数 30");
      assertThat(text.subList(4, 9)).containsExactly("姓名", "代表团", "车", "饮食", "级别");
      assertThat(page.getLastRowNum()).isEqualTo(4 + 30);
      assertThat(page.getColumnWidth(0)).isGreaterThan(page.getColumnWidth(2));
    }
  }

  @Test
  void counts_are_numbers_that_can_be_summed() throws IOException {
    try (var book = read(SampleSheets.meal())) {
      var first = book.getSheetAt(0).getRow(5);
      assertThat(first.getCell(0).getStringCellValue()).isEqualTo("Normal");
      assertThat(first.getCell(1).getNumericCellValue()).isEqualTo(210);
    }
  }

  @Test
  void what_changed_is_on_a_second_sheet() throws IOException {
    var difference = SampleSheets.difference(SampleSheets.visitors(20));
    try (var book = read(SampleSheets.site(20, Locale.CHINA, difference, 5))) {
      var page = book.getSheetAt(1);
      assertThat(page.getSheetName()).isEqualTo("改动");
      var rows = new ArrayList<String>();
      page.forEach(row -> {
        var cells = new ArrayList<String>();
        row.forEach(cell -> cells.add(cell.toString()));
        rows.add(String.join("|", cells));
      });
      assertThat(rows)
          .contains(
              "自您确认的第 5 版以来",
              "改动|姓名|项目|原|现",
              "改动|表头|到达|6月3日 09:40|6月3日 10:40",
              "删去|买买提·艾力|饮食|清真|",
              "改动|李建国|车|B1|B2",
              "新增|张建国|代表团||云南代表团");
    }
  }
}
