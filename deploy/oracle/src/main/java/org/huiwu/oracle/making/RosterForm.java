package org.huiwu.oracle.making;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How one office fills in its roster: every choice that FORMAT.md leaves to the thirty offices.
record RosterForm(
    Kind kind,
    Encoding encoding,
    boolean english,
    Head head,
    List<Field> columns,
    List<String> extras,
    Map<Field, String> headers,
    boolean numbered,
    boolean titled,
    boolean stamped,
    boolean notedAbove,
    boolean notedBelow,
    boolean stampedBelow,
    int emptyRowsAbove,
    int emptyColumns,
    boolean cover,
    boolean hidden,
    Dates dates,
    Phones phones,
    boolean padded,
    boolean exotic) {

  enum Kind {
    XLSX,
    XLS,
    CSV,
    TSV;

    boolean isWorkbook() {
      return this == XLSX || this == XLS;
    }
  }

  enum Encoding {
    UTF_8,
    UTF_8_BOM,
    GB18030
  }

  enum Head {
    ONE_ROW,
    /// 航班/车次 and 到达站 without a word of arrival, beside 返程航班 and 返程站.
    BARE,
    TWO_ROWS
  }

  enum Dates {
    CELL,
    DASHES,
    CHINESE,
    SLASHES,
    ISO,
    MIXED
  }

  enum Phones {
    PLAIN,
    NUMERIC,
    DASHED,
    FULL_WIDTH,
    MIXED
  }

  static RosterForm any(Dice dice, boolean exotic) {
    Kind kind = dice.of(Kind.XLSX, Kind.XLSX, Kind.XLS, Kind.CSV, Kind.CSV, Kind.TSV);
    boolean english = dice.chance(0.2);
    Head head = english ? Head.ONE_ROW : head(dice, kind, exotic);
    return new RosterForm(
        kind,
        dice.of(Encoding.values()),
        english,
        head,
        columns(dice, head),
        exotic ? dice.some(List.of("民族", "备注", "身份证号码"), dice.between(0, 2)) : List.of(),
        headers(dice, kind, english, head, exotic),
        dice.chance(0.4),
        dice.chance(0.4),
        dice.chance(0.3),
        dice.chance(0.15),
        dice.chance(0.35),
        dice.chance(0.08),
        dice.chance(0.2) ? dice.between(1, 4) : 0,
        dice.chance(0.15) ? dice.between(1, 3) : 0,
        kind.isWorkbook() && dice.chance(0.25),
        kind.isWorkbook() && dice.chance(0.25),
        dice.of(Dates.values()),
        dice.of(Phones.values()),
        dice.chance(0.35),
        exotic);
  }

  /// Columns of the table: the running number, the fields, and what nobody asked for.
  int width() {
    return (numbered ? 1 : 0) + columns.size() + extras.size();
  }

  private static Head head(Dice dice, Kind kind, boolean exotic) {
    int choice = dice.between(1, 10);
    if (choice <= 3 && (kind.isWorkbook() || exotic)) {
      return Head.TWO_ROWS;
    }
    return choice <= 5 ? Head.BARE : Head.ONE_ROW;
  }

  /// Any order; merged groups stay together.
  private static List<Field> columns(Dice dice, Head head) {
    if (dice.chance(0.3)) {
      return List.of(Field.values());
    } else if (head != Head.TWO_ROWS) {
      return dice.shuffled(List.of(Field.values()));
    }
    List<Field> singles =
        new ArrayList<>(
            List.of(Field.values()).stream()
                .filter(field -> !field.isOfArrival() && !field.isOfDeparture())
                .toList());
    List<Field> order = dice.shuffled(singles);
    order.addAll(
        dice.between(0, order.size()),
        dice.shuffled(List.of(Field.ARRIVE, Field.ARRIVE_NO, Field.ARRIVE_AT)));
    int place = dice.chance(0.5) ? order.size() : 0;
    order.addAll(place, dice.shuffled(List.of(Field.DEPART, Field.DEPART_NO, Field.DEPART_AT)));
    return order;
  }

  private static Map<Field, String> headers(
      Dice dice, Kind kind, boolean english, Head head, boolean exotic) {
    Map<Field, String> headers = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      List<String> beyond = field.beyond(english);
      if (exotic && !beyond.isEmpty() && dice.chance(0.4)) {
        headers.put(field, dice.pick(beyond));
      } else {
        headers.put(field, english ? field.english() : dice.pick(field.chinese()));
      }
    }
    if (head == Head.BARE) {
      headers.put(Field.ARRIVE_NO, "航班/车次");
      headers.put(Field.ARRIVE_AT, dice.of("到达站", "到达地点"));
      headers.put(Field.DEPART_NO, dice.of("返程航班", "返程航班/车次"));
      headers.put(Field.DEPART_AT, dice.of("返程站", "返程地点"));
    } else if (head == Head.TWO_ROWS) {
      for (Field field : Field.values()) {
        if (field.isOfArrival() || field.isOfDeparture()) {
          headers.put(
              field,
              field.code().endsWith("_no") ? "航班/车次" : field.code().endsWith("_at") ? "地点" : "时间");
        }
      }
    }
    if (exotic && kind.isWorkbook()) {
      headers.replaceAll((_, word) -> dice.chance(0.15) ? word.replace("(", "\n(") : word);
    }
    return headers;
  }
}
