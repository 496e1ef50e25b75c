package org.huiwu.oracle.making;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import org.huiwu.oracle.Inventory.Route;
import org.huiwu.oracle.Leg;
import org.huiwu.oracle.RosterPerson;
import org.huiwu.oracle.making.RosterForm.Dates;
import org.huiwu.oracle.making.RosterForm.Phones;

/// Writes a person into the cells of one office's roster, in that office's words.
final class CellMaker {

  private static final DateTimeFormatter DASHES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("M月d日 HH:mm");
  private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("yyyy/M/d H:mm");
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

  private final Dice dice;
  private final RosterForm form;
  private final ZoneId zone;
  private final Map<String, Route> routes;

  CellMaker(Dice dice, RosterForm form, ZoneId zone, Map<String, Route> routes) {
    this.dice = dice;
    this.form = form;
    this.zone = zone;
    this.routes = routes;
  }

  Map<Field, Cell> cells(RosterPerson person) {
    Map<Field, Cell> cells = new EnumMap<>(Field.class);
    cells.put(Field.NAME, text(name(person.name())));
    cells.put(Field.GENDER, padded(gender(person.gender())));
    cells.put(Field.RANK, padded(rank(person.rank())));
    cells.put(Field.TITLE, text(person.title()));
    cells.put(Field.PHONE, phone(person.phone()));
    cells.put(Field.DIET, padded(diet(person.diet())));
    leg(cells, person.arrival(), Field.ARRIVE, Field.ARRIVE_NO, Field.ARRIVE_AT);
    leg(cells, person.departure(), Field.DEPART, Field.DEPART_NO, Field.DEPART_AT);
    cells.put(Field.ROUTE, padded(route(person.route())));
    cells.put(Field.COMPANION, person.host() == null ? Cell.BLANK : padded(family()));
    return cells;
  }

  private void leg(Map<Field, Cell> cells, Leg leg, Field time, Field number, Field place) {
    LocalDateTime moment = leg.time();
    cells.put(time, moment == null ? Cell.BLANK : time(moment));
    cells.put(number, text(leg.number()));
    cells.put(place, leg.place().isEmpty() ? Cell.BLANK : padded(place(leg.place())));
  }

  private static Cell text(String text) {
    return new Cell.Text(text);
  }

  /// A space or two around a value, where this office is careless.
  private Cell padded(String value) {
    if (!form.padded() || value.isEmpty() || !dice.chance(0.15)) {
      return text(value);
    }
    return text(dice.of(" " + value, value + " ", " " + value + "  ", value + "\u3000"));
  }

  private String name(String name) {
    boolean chinese = name.charAt(0) > 0x7F && name.indexOf(' ') < 0;
    if (!form.padded() || !chinese || !dice.chance(0.5)) {
      return name;
    }
    int[] characters = name.codePoints().toArray();
    String gap = dice.of("\u3000", " ", "  ");
    if (characters.length <= 3) {
      return String.join(gap, name.codePoints().mapToObj(Character::toString).toList());
    }
    return dice.of(" " + name, name + "\u3000", name.replace("·", " · "));
  }

  private String gender(String gender) {
    return form.english() ? (gender.equals("男") ? "M" : "F") : gender;
  }

  private String rank(int rank) {
    if (form.english()) {
      return switch (rank) {
        case 1 -> "Ministerial";
        case 2 -> "Bureau";
        case 3 -> "Division";
        default -> "Other";
      };
    }
    return switch (rank) {
      case 1 -> "省部级";
      case 2 -> dice.of("厅局级", "司局级");
      case 3 -> dice.of("县处级", "处级");
      default -> "其他";
    };
  }

  private String diet(String diet) {
    if (form.english()) {
      return switch (diet) {
        case "halal" -> "Halal";
        case "vegetarian" -> "Vegetarian";
        default -> dice.of("None", "");
      };
    }
    return switch (diet) {
      case "halal" -> dice.of("清真", "清真餐");
      case "vegetarian" -> dice.of("素食", "素");
      default -> dice.of("", "无", "正常");
    };
  }

  private String route(String code) {
    Route route = routes.get(code);
    if (route != null) {
      return dice.chance(0.5) && !form.english() ? route.name() + "线" : route.name();
    }
    return form.english() ? dice.of("None", "") : dice.of("不参加", "否", "");
  }

  private String family() {
    return form.english() ? "Yes" : dice.of("家属", "是");
  }

  private String place(String place) {
    if (form.english()) {
      return switch (place) {
        case "NND" -> "Nanning East";
        case "self" -> "Self-drive";
        default -> "NNG";
      };
    }
    return switch (place) {
      case "NNG" -> dice.of("南宁吴圩机场", "吴圩机场", "机场");
      case "NND" -> dice.of("南宁东站", "南宁东", "高铁东站");
      default -> dice.of("自驾", "自行前往");
    };
  }

  private Cell phone(String phone) {
    boolean mobile = phone.length() == 11 && phone.startsWith("1");
    Phones kind =
        form.phones() == Phones.MIXED
            ? dice.of(Phones.PLAIN, Phones.NUMERIC, Phones.DASHED, Phones.FULL_WIDTH)
            : form.phones();
    if (!mobile) {
      return text(phone);
    }
    return switch (kind) {
      case NUMERIC ->
          form.kind().isWorkbook() ? new Cell.Digits(Long.parseLong(phone)) : text(phone);
      case DASHED ->
          text(phone.substring(0, 3) + "-" + phone.substring(3, 7) + "-" + phone.substring(7));
      case FULL_WIDTH -> text(fullWidth(phone));
      case PLAIN, MIXED -> text(phone);
    };
  }

  private Cell time(LocalDateTime time) {
    Dates kind =
        form.dates() == Dates.MIXED
            ? dice.of(Dates.CELL, Dates.DASHES, Dates.CHINESE, Dates.SLASHES, Dates.ISO)
            : form.dates();
    return switch (kind) {
      case CELL -> form.kind().isWorkbook() ? new Cell.Moment(time) : text(time.format(SLASHES));
      case DASHES, MIXED -> text(careless(time.format(DASHES)));
      case CHINESE -> text(careless(time.format(CHINESE)));
      case SLASHES -> text(careless(time.format(SLASHES)));
      case ISO -> text(iso(time));
    };
  }

  private String careless(String date) {
    if (!form.padded() || !dice.chance(0.1)) {
      return date;
    }
    return dice.of(fullWidth(date), " " + date);
  }

  private String iso(LocalDateTime time) {
    var here = time.atZone(zone).toOffsetDateTime();
    return form.exotic() && dice.chance(0.2)
        ? here.withOffsetSameInstant(ZoneOffset.UTC).format(ISO)
        : here.format(ISO);
  }

  private static String fullWidth(String digits) {
    StringBuilder wide = new StringBuilder();
    for (char c : digits.toCharArray()) {
      wide.append(Character.isDigit(c) ? (char) (c - '0' + '０') : c);
    }
    return wide.toString();
  }
}
