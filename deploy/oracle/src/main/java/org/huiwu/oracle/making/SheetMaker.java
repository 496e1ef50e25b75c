package org.huiwu.oracle.making;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiwu.oracle.making.RosterForm.Head;

/// Lays the table of a roster out on a sheet, with everything that an office puts around it.
final class SheetMaker {

  /// @param rowNumbers the sheet's own number, from 1, of each row of the table
  record Laid(Grid grid, List<Integer> rowNumbers) {}

  private final Dice dice;
  private final RosterForm form;
  private final String delegation;

  SheetMaker(Dice dice, RosterForm form, String delegation) {
    this.dice = dice;
    this.form = form;
    this.delegation = delegation;
  }

  Laid lay(List<Map<Field, Cell>> rows) {
    Grid grid = new Grid(form.emptyColumns());
    int width = form.width();
    for (int i = 0; i < form.emptyRowsAbove(); i++) {
      grid.add(List.of());
    }
    if (form.titled()) {
      grid.addTexts(delegation + (form.english() ? " participants" : "参会人员报名回执表"));
      grid.merge(0, 0, width - 1);
    }
    if (form.stamped()) {
      grid.add(stamp(width));
    }
    if (form.notedAbove()) {
      grid.addTexts(dice.of("说明:姓名、性别、级别为必填项,请如实填写。", "注:家属请在代表下一行填写。"));
    }
    header(grid, width);
    List<Integer> numbers = new ArrayList<>();
    for (Map<Field, Cell> row : rows) {
      if (form.exotic() && dice.chance(0.03)) {
        grid.add(List.of());
      }
      numbers.add(grid.add(line(row, numbers.size() + 1)));
    }
    if (form.notedBelow()) {
      if (dice.chance(0.7)) {
        grid.add(List.of());
      }
      grid.addTexts("备注:1.请如实填写;2.随行家属请注明。");
      grid.addTexts("联系人:综合处  电话:0771-0000000");
    }
    if (form.stampedBelow()) {
      grid.add(stamp(width));
    }
    return new Laid(grid, numbers);
  }

  private List<Cell> stamp(int width) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      cells.add(Cell.BLANK);
    }
    cells.set(0, new Cell.Text("填报单位(盖章):" + delegation));
    cells.set(width / 2, new Cell.Text("填报日期:2026年6月3日"));
    return cells;
  }

  private List<Cell> line(Map<Field, Cell> row, int number) {
    List<Cell> cells = new ArrayList<>();
    if (form.numbered()) {
      cells.add(form.kind().isWorkbook() ? new Cell.Digits(number) : new Cell.Text("" + number));
    }
    form.columns().forEach(field -> cells.add(row.getOrDefault(field, Cell.BLANK)));
    form.extras().forEach(extra -> cells.add(new Cell.Text(extra(extra))));
    return cells;
  }

  private String extra(String header) {
    return switch (header) {
      case "民族" -> dice.of("汉族", "壮族", "回族");
      case "备注" -> dice.of("", "", "需发票", "素食", "晚到");
      default -> "45010019800101" + dice.between(1000, 9999);
    };
  }

  private void header(Grid grid, int width) {
    List<Cell> upper = new ArrayList<>();
    List<Cell> lower = new ArrayList<>();
    if (form.numbered()) {
      upper.add(new Cell.Text(form.english() ? "No." : "序号"));
      lower.add(Cell.BLANK);
    }
    boolean twoRows = form.head() == Head.TWO_ROWS;
    Field before = Field.COMPANION;
    for (Field field : form.columns()) {
      String word = form.headers().getOrDefault(field, field.english());
      boolean grouped = twoRows && (field.isOfArrival() || field.isOfDeparture());
      if (grouped) {
        upper.add(new Cell.Text(continues(before, field) ? "" : group(field)));
        lower.add(new Cell.Text(word));
      } else {
        upper.add(new Cell.Text(word));
        lower.add(Cell.BLANK);
      }
      before = field;
    }
    form.extras().forEach(extra -> upper.add(new Cell.Text(extra)));
    form.extras().forEach(_ -> lower.add(Cell.BLANK));
    grid.add(upper);
    if (twoRows) {
      grid.add(lower);
      merge(grid, width);
    }
  }

  private static boolean continues(Field before, Field field) {
    return before.isOfArrival() == field.isOfArrival()
        && before.isOfDeparture() == field.isOfDeparture();
  }

  private static String group(Field field) {
    return field.isOfArrival() ? "到达信息" : "返程信息";
  }

  /// Single columns over both rows, groups over their three columns.
  private void merge(Grid grid, int width) {
    List<Cell> lower = grid.rows().getLast();
    List<Cell> upper = grid.rows().get(grid.rows().size() - 2);
    for (int column = 0; column < width; column++) {
      if (lower.get(form.emptyColumns() + column).equals(Cell.BLANK)) {
        grid.merge(1, column, column);
      } else if (!upper.get(form.emptyColumns() + column).equals(Cell.BLANK)) {
        int last = grid.rows().size() - 1;
        grid.merges()
            .add(
                new Grid.Merge(
                    last - 1,
                    form.emptyColumns() + column,
                    last - 1,
                    form.emptyColumns() + column + 2));
      }
    }
  }
}
