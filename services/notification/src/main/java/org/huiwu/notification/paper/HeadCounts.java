package org.huiwu.notification.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How many there are on a sheet: persons first, then by diet, rank and bus where lines say these.
final class HeadCounts {
  private static final List<String> GROUPINGS = List.of("diet", "rank", "bus");

  record Entry(String label, long count) {}

  /// @param entries what the total is made of; empty where it is only a total
  record Group(String label, long total, List<Entry> entries) {}

  private HeadCounts() {}

  static List<Group> of(Sheet sheet, Words words) {
    List<Group> groups = new ArrayList<>();
    var kind = sheet.kind();
    var persons =
        sheet.lines().entrySet().stream()
            .mapToLong(e -> kind.persons(e.getKey(), e.getValue()))
            .sum();
    groups.add(total(words.say(kind == Kind.SESSION ? "seats" : "persons"), persons));
    switch (kind) {
      case MEAL -> groups.add(diets(sheet, words));
      case ROOMING -> groups.addAll(rooms(sheet, words));
      case TRIP, SITE, SESSION, OTHER ->
          GROUPINGS.stream()
              .map(field -> by(field, sheet, words))
              .filter(group -> !group.entries().isEmpty())
              .forEach(groups::add);
    }
    return groups;
  }

  private static Group total(String label, long count) {
    return new Group(label, count, List.of());
  }

  private static Group diets(Sheet sheet, Words words) {
    var entries =
        new Roster(sheet, words)
            .lines().stream()
                .map(line ->
                    new Entry(
                        words.value("diet", line.key(), sheet.names()),
                        Kind.MEAL.persons(line.key(), line.fields())))
                .toList();
    return new Group(words.say("by.diet"), 0, entries);
  }

  private static List<Group> rooms(Sheet sheet, Words words) {
    var taken =
        sheet.lines().values().stream()
            .map(fields -> fields.getOrDefault("room", ""))
            .filter(room -> !room.isBlank())
            .distinct()
            .count();
    var without =
        sheet.lines().entrySet().stream()
            .filter(e -> !Kind.isHold(e.getKey()))
            .filter(e -> e.getValue().getOrDefault("room", "").isBlank())
            .count();
    var held =
        sheet.lines().entrySet().stream()
            .filter(e -> Kind.isHold(e.getKey()))
            .mapToLong(e -> Kind.number(e.getValue().getOrDefault("rooms", "")))
            .sum();
    List<Group> groups = new ArrayList<>();
    groups.add(total(words.say("roomsTaken"), taken));
    if (without > 0) {
      groups.add(total(words.say("withoutRoom"), without));
    }
    if (held > 0) {
      groups.add(total(words.say("roomsHeld"), held));
    }
    return groups;
  }

  /// Lines without a value are counted too, so that each grouping adds up to the persons.
  private static Group by(String field, Sheet sheet, Words words) {
    Map<String, Long> counts = new TreeMap<>();
    for (var fields : sheet.lines().values()) {
      var value = fields.get(field);
      if (value != null) {
        counts.merge(value, 1L, Long::sum);
      }
    }
    if (!counts.isEmpty()) {
      var named = counts.values().stream().mapToLong(Long::longValue).sum();
      if (named < sheet.lines().size()) {
        counts.merge("", sheet.lines().size() - named, Long::sum);
      }
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    counts.forEach((value, count) -> {
      var label = value.isBlank() ? words.say("unknown") : words.value(field, value, sheet.names());
      entries.put(value, new Entry(label, count));
    });
    return new Group(words.say("by." + field), 0, List.copyOf(entries.values()));
  }
}
