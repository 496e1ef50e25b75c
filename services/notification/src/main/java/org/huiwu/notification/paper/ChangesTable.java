package org.huiwu.notification.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huiwu.notification.manifest.Difference;
import org.huiwu.notification.manifest.LineChange;
import org.jspecify.annotations.Nullable;

/// What differs from the version that the recipient acknowledged, line by line, in the order in
/// which it is told: struck out, changed, added; the header before them.
final class ChangesTable {

  /// One field of a line. Of a line that was added or struck out only one side is there.
  record Step(String field, @Nullable String before, @Nullable String after) {}

  /// @param subject whom or what the line is about; for the header, nothing
  record Row(Roster.Change change, String key, String subject, List<Step> steps) {}

  private final Sheet sheet;
  private final Difference since;
  private final Words words;
  private final Roster roster;

  ChangesTable(Sheet sheet, Difference since, Words words) {
    this.sheet = sheet;
    this.since = since;
    this.words = words;
    this.roster = new Roster(sheet, words);
  }

  String title() {
    return words.say(key("changes"), sheet.sinceVersion());
  }

  /// What is said where nothing differs.
  String none() {
    return words.say(key("changes.none"), sheet.sinceVersion());
  }

  /// Only to a recipient the version is the one that they acknowledged.
  private String key(String key) {
    return sheet.recipient().isBlank() ? key + ".plain" : key;
  }

  /// The header's fields that differ.
  List<Step> header() {
    var fields = since.headerFields();
    return Roster.inOrder(fields.keySet()).stream()
        .map(name -> {
          var change = Objects.requireNonNull(fields.get(name));
          return step(name, change.before(), change.after());
        })
        .toList();
  }

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    since.lines().forEach((key, change) -> rows.add(row(key, change)));
    rows.sort(
        Comparator.comparing(Row::change).thenComparing(Row::subject).thenComparing(Row::key));
    return rows;
  }

  long count(Roster.Change kind) {
    return since.lines().values().stream().filter(c -> Roster.Change.of(c) == kind).count();
  }

  private Row row(String key, LineChange change) {
    SortedMap<String, String> none = new TreeMap<>();
    var before = Objects.requireNonNullElse(change.before(), none);
    var after = Objects.requireNonNullElse(change.after(), none);
    var kind = Roster.Change.of(change);
    var fields = new TreeSet<>(before.keySet());
    fields.addAll(after.keySet());
    List<Step> steps = new ArrayList<>();
    for (var field : Roster.inOrder(fields)) {
      var was = before.get(field);
      var is = after.get(field);
      var tells =
          kind == Roster.Change.CHANGED
              ? !Objects.equals(was, is)
              : !field.equals("name")
                  && !Objects.requireNonNullElse(was == null ? is : was, "").isEmpty();
      if (tells) {
        steps.add(step(field, was, is));
      }
    }
    return new Row(
        kind, key, roster.nameOf(key, kind == Roster.Change.REMOVED ? before : after), steps);
  }

  private Step step(String field, @Nullable String before, @Nullable String after) {
    return new Step(words.field(field), spoken(field, before), spoken(field, after));
  }

  private @Nullable String spoken(String field, @Nullable String value) {
    return value == null ? null : roster.valueOf(field, Map.of(field, value));
  }

  /// How a line of the list is marked; empty where it is as it was.
  String mark(String key) {
    var change = since.lines().get(key);
    if (change == null || change.after() == null || sheet.sinceVersion() == 0) {
      return "";
    }
    return words.say(change.before() == null ? "mark.added" : "mark.changed");
  }
}
