package org.huiwu.registration.roster.reading.grid;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/// How a numeric cell reads: a plain number, or what its number format makes of it. Excel keeps a
/// date as a count of days; only the format says that it is one, and whether a time belongs to it.
final class NumberFormats {

  /// What of a moment a number format shows.
  enum Shows {
    NUMBER,
    DATE,
    TIME,
    DATE_AND_TIME
  }

  private static final Pattern LITERALS =
      Pattern.compile("\"[^\"]*\"?|\\\\.|[_*].|\\[(?![hms]+])[^]]*]|am/pm|a/p|general");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DATE_AND_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final BigDecimal MINUTES_A_DAY = BigDecimal.valueOf(1440);
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

  private NumberFormats() {}

  /// @param id the format's number; those below 164 need no code, and 27 to 36 and 50 to 58 are the
  ///   Chinese edition's own
  /// @param code the format itself, empty if only the number is known
  static Shows shows(int id, String code) {
    return switch (id) {
      case 14, 15, 16, 17 -> Shows.DATE;
      case 18, 19, 20, 21, 45, 46, 47 -> Shows.TIME;
      case 22 -> Shows.DATE_AND_TIME;
      case 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 ->
          code.isEmpty() ? Shows.DATE : shows(code);
      case 32, 33, 34, 35, 55, 56 -> code.isEmpty() ? Shows.TIME : shows(code);
      default -> shows(code);
    };
  }

  private static Shows shows(String code) {
    String first = LITERALS.matcher(code.toLowerCase(Locale.ROOT)).replaceAll("");
    int end = first.indexOf(';');
    String section = end < 0 ? first : first.substring(0, end);
    boolean time = section.indexOf('h') >= 0 || section.indexOf('s') >= 0;
    boolean date = section.indexOf('y') >= 0 || section.indexOf('d') >= 0;
    boolean month = section.indexOf('m') >= 0 && !time;
    if (date || month) {
      return time ? Shows.DATE_AND_TIME : Shows.DATE;
    }
    return time ? Shows.TIME : Shows.NUMBER;
  }

  /// @param number as the file has it, perhaps `1.9900000012E10`
  /// @param since1904 the workbook counts its days from 1904-01-01
  /// @throws NumberFormatException if it is no number
  static String text(String number, Shows shows, boolean since1904) {
    BigDecimal serial = new BigDecimal(number);
    if ((long) serial.precision() - serial.scale() > 40 || serial.scale() > 400) {
      return number;
    }
    if (shows == Shows.NUMBER || serial.signum() < 0 || serial.compareTo(LAST_DAY) >= 0) {
      return plain(serial);
    }
    long minutes =
        serial.multiply(MINUTES_A_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
    if (minutes < 1440) {
      return LocalTime.ofSecondOfDay(minutes * 60).format(TIME);
    }
    LocalDate zero = since1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    LocalDateTime moment = zero.atStartOfDay().plusMinutes(minutes);
    boolean midnight = minutes % 1440 == 0;
    return moment.format(shows == Shows.DATE && midnight ? DATE : DATE_AND_TIME);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
