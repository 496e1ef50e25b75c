package org.huiwu.oracle.making;

import java.util.List;

/// What can be wrong with one cell of a row, so that the row must wait (FORMAT.md, "Waits").
///
/// @param field the cell that waits
/// @param values what may stand in it
record Fault(Field field, List<Cell> values) {

  static final List<Fault> IN_ANY_FILE =
      List.of(
          of(Field.NAME, ""),
          of(Field.GENDER, "", "?", "未知", "X"),
          of(Field.RANK, "", "正国级顾问", "科级?", "VIP"),
          of(Field.PHONE, "1990001", "12345", "待定", "1990001001"),
          of(Field.DIET, "不吃辣,海鲜过敏", "随便", "糖尿病餐?"),
          of(Field.ARRIVE, "2月30日 09:00", "8日下午", "2026-13-08 14:35", "6月31日 10:00"),
          of(Field.DEPART, "2月30日 09:00", "11日上午", "2026-06-31 14:35", "待定"),
          of(Field.ARRIVE_AT, "桂林两江机场?", "火车站(不确定)", "北京"),
          of(Field.DEPART_AT, "桂林两江机场?", "待定"),
          of(Field.ROUTE, "月球", "张家界线", "都可以"));

  /// Only a spreadsheet's cell holds a formula.
  static final List<Fault> IN_WORKBOOKS =
      List.of(
          formula(Field.NAME),
          formula(Field.GENDER),
          formula(Field.RANK),
          formula(Field.TITLE),
          formula(Field.PHONE),
          formula(Field.DIET),
          formula(Field.ARRIVE),
          formula(Field.ARRIVE_NO),
          formula(Field.DEPART),
          formula(Field.DEPART_NO),
          formula(Field.ROUTE),
          new Fault(Field.PHONE, List.of(new Cell.Digits(1_990_001))));

  private static Fault of(Field field, String... values) {
    return new Fault(
        field, List.of(values).stream().map(value -> (Cell) new Cell.Text(value)).toList());
  }

  private static Fault formula(Field field) {
    return new Fault(
        field,
        List.of(
            new Cell.Formula("HYPERLINK(\"http://x\")"),
            new Cell.Formula("1+1"),
            new Cell.Formula("SUM(A1:A2)")));
  }
}
