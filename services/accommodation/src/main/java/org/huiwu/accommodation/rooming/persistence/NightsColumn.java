package org.huiwu.accommodation.rooming.persistence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huiwu.accommodation.nights.Nights;

/// Nights as PostgreSQL writes a `datemultirange`: `{[2026-06-08,2026-06-11)}`.
final class NightsColumn {
  private static final Pattern SPAN =
      Pattern.compile("\\[(\\d+)-(\\d+)-(\\d+),(\\d+)-(\\d+)-(\\d+)\\)");

  private NightsColumn() {}

  static String write(Nights nights) {
    return nights.spans().stream()
        .map(s -> "[" + date(s.from()) + "," + date(s.to()) + ")")
        .collect(Collectors.joining(",", "{", "}"));
  }

  static Nights read(String column) {
    List<Nights.Span> spans = new ArrayList<>();
    var matcher = SPAN.matcher(column);
    while (matcher.find()) {
      spans.add(
          new Nights.Span(
              date(matcher.group(1), matcher.group(2), matcher.group(3)),
              date(matcher.group(4), matcher.group(5), matcher.group(6))));
    }
    return new Nights(spans);
  }

  private static String date(LocalDate date) {
    return String.format(
        Locale.ROOT, "%04d-%02d-%02d", date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  private static LocalDate date(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }
}
