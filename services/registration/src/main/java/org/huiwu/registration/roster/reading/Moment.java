package org.huiwu.registration.roster.reading;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A day with its time: `2026-06-08 14:35`, `2026/6/8 14:35`, `6月8日 14:35`, `2026年6月8日 14时35分`,
/// `6月8日 下午2:35`, or ISO with an offset (FORMAT.md, "Values").
///
/// Midnight is 00:00. `24:00` waits: it may mean either end of the day it stands with. So does a
/// weekday that the date does not fall on.
final class Moment {
  private static final Pattern MOMENT =
      Pattern.compile(
          """
          (?<date>(?<y1>\\d{4})(?<s>[-/.])(?<m1>\\d{1,2})\\k<s>(?<d1>\\d{1,2})日?
           |(?:(?<y2>\\d{4})年)?(?<m2>\\d{1,2})月(?<d2>\\d{1,2})[日号])?
          (?:\\s*\\(?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])\\)?)?
          (?:(?<t>[\\st,]*)(?<time>
            (?<half1>上午|下午|am|pm)?\\s*
            (?:(?<h1>\\d{1,2}):(?<min1>\\d{2})(?::(?<sec>\\d{2})(?:\\.\\d+)?)?
              |(?<h2>\\d{1,2})[时点](?<min2>\\d{1,2})分)
            \\s*(?<half2>am|pm)?)
          (?:\\s*(?<offset>z|[+-]\\d{2}:?\\d{2}))?)?
          """,
          Pattern.COMMENTS);
  private static final String WEEKDAYS = "一二三四五六日";

  private Moment() {}

  /// @param zone in which a moment with an offset is wanted
  /// @param year of a date without one
  static Read<LocalDateTime> read(String text, ZoneId zone, int year) {
    Matcher parts = MOMENT.matcher(Wording.folded(text).toLowerCase(Locale.ROOT).strip());
    if (!parts.matches() || !offsetBelongs(parts)) {
      return Read.not(WaitReason.NOT_A_MOMENT);
    }
    try {
      LocalDate date = parts.group("date") == null ? null : date(parts, year);
      LocalTime time = parts.group("time") == null ? null : time(parts);
      if (date == null || time == null) {
        return Read.not(
            date == null && time == null ? WaitReason.NOT_A_MOMENT : WaitReason.HALF_MOMENT);
      }
      return Read.as(inZone(date.atTime(time), parts.group("offset"), zone));
    } catch (DateTimeException e) {
      return Read.not(WaitReason.IMPOSSIBLE_MOMENT);
    }
  }

  /// `14:35-15:00` is a span of time, not an offset; only behind ISO's `T` is it one.
  private static boolean offsetBelongs(Matcher parts) {
    String offset = parts.group("offset");
    return offset == null
        || parts.group("y1") != null && (!offset.startsWith("-") || parts.group("t").equals("t"));
  }

  private static LocalDate date(Matcher parts, int yearIfNone) {
    boolean numeric = parts.group("y1") != null;
    String typed = numeric ? parts.group("y1") : parts.group("y2");
    int year = typed == null ? yearIfNone : Integer.parseInt(typed);
    LocalDate date = LocalDate.of(year, number(parts, "m", numeric), number(parts, "d", numeric));
    String weekday = parts.group("weekday");
    if (weekday != null
        && DayOfWeek.of(WEEKDAYS.indexOf(weekday.replace('天', '日')) + 1) != date.getDayOfWeek()) {
      throw new DateTimeException("another weekday");
    }
    return date;
  }

  private static int number(Matcher parts, String group, boolean first) {
    return Integer.parseInt(parts.group(group + (first ? 1 : 2)));
  }

  private static LocalTime time(Matcher parts) {
    boolean colon = parts.group("h1") != null;
    int hour = number(parts, "h", colon);
    String half = parts.group("half1") == null ? parts.group("half2") : parts.group("half1");
    return LocalTime.of(hour(hour, half), number(parts, "min", colon));
  }

  /// 上午12:00 waits: some write it for noon, some for midnight.
  private static int hour(int hour, @Nullable String half) {
    if (half == null) {
      return hour;
    }
    boolean afternoon = half.equals("下午") || half.equals("pm");
    if (hour == 12 && !half.equals("上午")) {
      return afternoon ? 12 : 0;
    }
    if (afternoon ? hour == 0 : hour >= 12) {
      throw new DateTimeException("no such hour in that half of the day");
    }
    return afternoon && hour < 12 ? hour + 12 : hour;
  }

  private static LocalDateTime inZone(LocalDateTime moment, @Nullable String offset, ZoneId zone) {
    return offset == null
        ? moment
        : moment
            .atOffset(ZoneOffset.of(offset.equals("z") ? "Z" : offset))
            .atZoneSameInstant(zone)
            .toLocalDateTime();
  }
}
