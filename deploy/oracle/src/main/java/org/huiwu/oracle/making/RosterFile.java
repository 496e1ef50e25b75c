package org.huiwu.oracle.making;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huiwu.oracle.Csv;
import org.huiwu.oracle.making.RosterForm.Encoding;
import org.huiwu.oracle.making.RosterForm.Kind;

/// Writes a laid-out roster as the file that the office sends.
final class RosterFile {

  private static final LocalDate CREATED = LocalDate.of(2026, 1, 1);

  private final Dice dice;
  private final RosterForm form;

  RosterFile(Dice dice, RosterForm form) {
    this.dice = dice;
    this.form = form;
  }

  String name(String delegation) {
    return "rosters/" + delegation + "." + form.kind().name().toLowerCase(Locale.ROOT);
  }

  void write(Path file, Grid grid) {
    try {
      Files.write(file, form.kind().isWorkbook() ? workbook(grid) : text(grid));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] text(Grid grid) {
    char separator = form.kind() == Kind.CSV ? ',' : '\t';
    String end = dice.of("\r\n", "\n");
    boolean quotesAll = dice.chance(0.15);
    StringBuilder text = new StringBuilder();
    for (List<Cell> row : grid.rows()) {
      List<String> cells =
          row.stream()
              .map(RosterFile::plain)
              .map(cell ->
                  quotesAll && !cell.isEmpty()
                      ? '"' + cell.replace("\"", "\"\"") + '"'
                      : Csv.quote(cell, separator))
              .toList();
      text.append(String.join(String.valueOf(separator), cells)).append(end);
    }
    Charset charset =
        form.encoding() == Encoding.GB18030 ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
    String mark = form.encoding() == Encoding.UTF_8_BOM ? "\uFEFF" : "";
    return (mark + text).getBytes(charset);
  }

  private static String plain(Cell cell) {
    return switch (cell) {
      case Cell.Text text -> text.text();
      case Cell.Digits digits -> String.valueOf(digits.number());
      case Cell.Moment moment -> moment.time().toString();
      case Cell.Formula formula -> "=" + formula.formula();
    };
  }

  private byte[] workbook(Grid grid) throws IOException {
    try (Workbook workbook = form.kind() == Kind.XLSX ? xlsx() : new HSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      boolean junkFirst = form.hidden() && dice.chance(0.5);
      if (junkFirst) {
        junk(workbook);
      }
      if (form.cover()) {
        Sheet cover = workbook.createSheet(dice.of("封面", "填报说明"));
        cover.createRow(2).createCell(1).setCellValue("参会人员报名材料");
        cover.createRow(4).createCell(1).setCellValue("请在下一工作表中填写,于截止日期前报送。");
      }
      Sheet sheet = workbook.createSheet(dice.of("报名回执", "Sheet1", "回执", "人员名单"));
      fill(workbook, sheet, grid);
      workbook.setActiveSheet(workbook.getSheetIndex(sheet));
      if (form.hidden() && !junkFirst) {
        junk(workbook);
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static Workbook xlsx() {
    XSSFWorkbook workbook = new XSSFWorkbook();
    Date created = Date.from(CREATED.atStartOfDay(ZoneOffset.UTC).toInstant());
    workbook.getProperties().getCoreProperties().setCreated(Optional.of(created));
    return workbook;
  }

  /// Last year's people on a hidden sheet, with a header that would do.
  private void junk(Workbook workbook) {
    Grid grid = new Grid(0);
    grid.addTexts("姓名", "性别", "级别", "手机", "考察路线");
    grid.addTexts("隐藏甲", "男", "县处级", "13900000001", "百色");
    grid.addTexts("隐藏乙", "?", "不详", "1", "月球");
    Sheet sheet = workbook.createSheet(dice.of("去年名单", "数据源"));
    fill(workbook, sheet, grid);
    workbook.setSheetVisibility(
        workbook.getSheetIndex(sheet),
        dice.of(SheetVisibility.HIDDEN, SheetVisibility.VERY_HIDDEN));
  }

  private void fill(Workbook workbook, Sheet sheet, Grid grid) {
    CellStyle date = workbook.createCellStyle();
    date.setDataFormat(
        workbook.createDataFormat().getFormat(dice.of("yyyy/m/d h:mm", "yyyy-mm-dd hh:mm")));
    for (int r = 0; r < grid.rows().size(); r++) {
      List<Cell> cells = grid.rows().get(r);
      if (cells.isEmpty()) {
        continue;
      }
      var row = sheet.createRow(r);
      for (int c = 0; c < cells.size(); c++) {
        if (!cells.get(c).equals(Cell.BLANK)) {
          put(row.createCell(c), cells.get(c), date);
        }
      }
    }
    for (Grid.Merge merge : grid.merges()) {
      sheet.addMergedRegion(
          new CellRangeAddress(
              merge.firstRow(), merge.lastRow(), merge.firstColumn(), merge.lastColumn()));
    }
  }

  private static void put(org.apache.poi.ss.usermodel.Cell target, Cell cell, CellStyle date) {
    switch (cell) {
      case Cell.Text text -> target.setCellValue(text.text());
      case Cell.Digits digits -> target.setCellValue((double) digits.number());
      case Cell.Moment moment -> {
        LocalDateTime time = moment.time();
        target.setCellValue(time);
        target.setCellStyle(date);
      }
      case Cell.Formula formula -> target.setCellFormula(formula.formula());
    }
  }
}
