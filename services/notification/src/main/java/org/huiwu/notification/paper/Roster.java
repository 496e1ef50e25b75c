package org.huiwu.notification.paper;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.huiwu.notification.manifest.LineChange;

/// A manifest's lines in the order and with the columns in which they are read.
final class Roster {

  /// Who it is comes first; the rest follows by name.
  private static final List<String> FIRST =
      List.of("name", "delegation", "bus", "room", "number", "time", "from", "to", "count");

  record Line(String key, SortedMap<String, String> fields) {}

  enum Change {
    REMOVED,
    CHANGED,
    ADDED;

    static Change of(LineChange change) {
      if (change.after() == null) {
        return REMOVED;
      }
      return change.before() == null ? ADDED : CHANGED;
    }
  }

  private final Sheet sheet;
  private final Words words;

  Roster(Sheet sheet, Words words) {
    this.sheet = sheet;
    this.words = words;
  }

  List<Line> lines() {
    return sheet.lines().entrySet().stream()
        .map(e -> new Line(e.getKey(), e.getValue()))
        .sorted(order())
        .toList();
  }

  /// The columns after the first, which says whom or what a line is about.
  List<String> columns() {
    var names = new TreeSet<String>();
    sheet.lines().values().forEach(fields -> names.addAll(fields.keySet()));
    names.remove("name");
    return inOrder(names);
  }

  static List<String> inOrder(Collection<String> fields) {
    List<String> ordered = new ArrayList<>(fields);
    ordered.sort(Comparator.comparingInt(Roster::place).thenComparing(Comparator.naturalOrder()));
    return ordered;
  }

  private static int place(String field) {
    var found = FIRST.indexOf(field);
    return found < 0 ? FIRST.size() : found;
  }

  /// What the first column is called.
  String subject() {
    var named = sheet.lines().values().stream().anyMatch(fields -> fields.containsKey("name"));
    return words.field(named ? "name" : sheet.kind().subject());
  }

  /// Whom or what a line is about.
  String nameOf(String key, Map<String, String> fields) {
    var name = fields.getOrDefault("name", "");
    if (!name.isBlank()) {
      return name;
    }
    var bare = Kind.isHold(key) ? key.substring("HOLD/".length()) : key;
    return words.value(sheet.kind().subject(), bare, sheet.names());
  }

  String valueOf(String field, Map<String, String> fields) {
    var value = fields.getOrDefault(field, "");
    return value.isEmpty() ? "" : words.value(field, value, sheet.names());
  }

  private Comparator<Line> order() {
    Comparator<Object> spoken = Collator.getInstance(Locale.SIMPLIFIED_CHINESE);
    Comparator<Line> byName =
        Comparator.comparing((Line line) -> nameOf(line.key(), line.fields()), spoken)
            .thenComparing(Line::key);
    Comparator<Line> byParty =
        Comparator.comparing((Line line) -> valueOf("delegation", line.fields()), spoken)
            .thenComparing(line -> raw(line, "rank"))
            .thenComparing(byName);
    return switch (sheet.kind()) {
      case MEAL ->
          Comparator.comparingLong((Line line) -> -sheet.kind().persons(line.key(), line.fields()))
              .thenComparing(byName);
      case SESSION -> byName;
      case ROOMING ->
          Comparator.comparing((Line line) -> Kind.isHold(line.key())).thenComparing(byParty);
      case TRIP ->
          Comparator.comparing((Line line) -> raw(line, "time"))
              .thenComparing(line -> raw(line, "number"))
              .thenComparing(byParty);
      case SITE, OTHER -> byParty;
    };
  }

  private static String raw(Line line, String field) {
    return line.fields().getOrDefault(field, "");
  }
}
