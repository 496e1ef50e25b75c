package org.huiwu.notification.paper;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huiwu.notification.manifest.Difference;
import org.huiwu.notification.manifest.LineChange;
import org.jspecify.annotations.Nullable;

/// Sheets as a conference has them.
final class SampleSheets {
  static final Instant CUT = Instant.parse("2026-06-03T01:17:00Z");
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final URI LINK = URI.create("https://huiwu.example.org/t#7c1f0a52e9b84d3aa6f1");
  private static final List<String> FAMILY =
      List.of("王", "李", "张", "欧阳", "韦", "覃", "𠮷田", "䶮", "黄", "阮");
  private static final List<String> GIVEN =
      List.of("建国", "秀英", "𬭎", "志强", "小·明", "文静", "雨桐", "浩然", "Anh Nguyễn", "慧");
  private static final List<String> PARTIES = List.of("GX", "GD", "YN", "BJ");
  private static final Map<String, Map<String, String>> NAMES =
      Map.of("delegation", Map.of("GX", "广西代表团", "GD", "广东代表团", "YN", "云南代表团", "BJ", "北京代表团"));

  private SampleSheets() {}

  static SortedMap<String, String> fields(String... namesAndValues) {
    SortedMap<String, String> fields = new TreeMap<>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }

  static SortedMap<String, SortedMap<String, String>> visitors(int count) {
    SortedMap<String, SortedMap<String, String>> lines = new TreeMap<>();
    for (var i = 0; i < count; i++) {
      lines.put(
          "p%04d".formatted(i),
          fields(
              "name",
              FAMILY.get(i % 10) + GIVEN.get(i / 3 % 10),
              "delegation",
              PARTIES.get(i % 4),
              "rank",
              String.valueOf(i % 11 == 0 ? 1 : i % 4 + 1),
              "diet",
              i % 9 == 0 ? "halal" : i % 13 == 0 ? "vegetarian" : "normal",
              "bus",
              i % 2 == 0 ? "B1" : "B2"));
    }
    return lines;
  }

  static Sheet site(int count, Locale language) {
    return site(count, language, null, 0);
  }

  static Sheet site(int count, Locale language, @Nullable Difference since, long sinceVersion) {
    return site(count, language, since, sinceVersion, Sheet.State.WHOLE);
  }

  private static Sheet site(
      int count,
      Locale language,
      @Nullable Difference since,
      long sinceVersion,
      Sheet.State state) {
    return new Sheet(
        "第十二届全国污水处理大会",
        "site:S7",
        "江南污水处理厂",
        "江南厂接待组",
        7,
        CUT,
        ZONE,
        language,
        fields("arrives", "2026-06-03T10:40", "plates", "桂A12345 桂A67890"),
        visitors(count),
        since,
        sinceVersion,
        LINK,
        state,
        NAMES);
  }

  static Sheet cancelledSite() {
    return site(0, Locale.CHINA, null, 0, Sheet.State.CLOSED);
  }

  /// One struck out, one whose bus and diet changed, one added, and another hour of arrival.
  static Difference difference(SortedMap<String, SortedMap<String, String>> lines) {
    SortedMap<String, LineChange> changes = new TreeMap<>();
    changes.put(
        "gone",
        new LineChange(
            fields("name", "买买提·艾力", "delegation", "YN", "rank", "2", "diet", "halal", "bus", "B1"),
            null));
    var after = lines.get("p0001");
    var before = new TreeMap<>(new HashMap<>(after));
    before.put("bus", "B1");
    before.put("diet", "vegetarian");
    changes.put("p0001", new LineChange(before, after));
    changes.put("p0002", new LineChange(null, lines.get("p0002")));
    return new Difference(
        new LineChange(
            fields("arrives", "2026-06-03T09:40", "plates", "桂A12345 桂A67890"),
            fields("arrives", "2026-06-03T10:40", "plates", "桂A12345 桂A67890")),
        changes);
  }

  static Sheet rooming(int count) {
    SortedMap<String, SortedMap<String, String>> lines = new TreeMap<>();
    for (var i = 0; i < count; i++) {
      lines.put(
          "p%04d".formatted(i),
          fields(
              "name",
              FAMILY.get(i % 10) + GIVEN.get(i / 3 % 10),
              "delegation",
              PARTIES.get(i % 4),
              "room",
              i % 17 == 5 ? "" : String.valueOf(801 + i / 2),
              "from",
              "2026-06-01",
              "to",
              "2026-06-0" + (3 + i % 3)));
    }
    lines.put("HOLD/组委会", fields("rooms", "6", "from", "2026-06-01", "to", "2026-06-05"));
    return new Sheet(
        "第十二届全国污水处理大会",
        "rooming:H1",
        "荔园山庄",
        "",
        12,
        CUT,
        ZONE,
        Locale.SIMPLIFIED_CHINESE,
        fields("hotel", "H1"),
        lines,
        null,
        0,
        LINK,
        Sheet.State.WHOLE,
        NAMES);
  }

  static Sheet meal() {
    SortedMap<String, SortedMap<String, String>> lines = new TreeMap<>();
    lines.put("halal", fields("count", "23"));
    lines.put("normal", fields("count", "210"));
    lines.put("vegetarian", fields("count", "4"));
    return new Sheet(
        "National Wastewater Conference",
        "meal:D0603L",
        "3 Jun Lunch · Liyuan",
        "Kitchen of the Liyuan",
        3,
        CUT,
        ZONE,
        Locale.ENGLISH,
        fields("starts", "2026-06-03T12:00", "kitchen", "H1"),
        lines,
        null,
        0,
        LINK,
        Sheet.State.WHOLE,
        Map.of());
  }
}
