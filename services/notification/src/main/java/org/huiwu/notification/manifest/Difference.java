package org.huiwu.notification.manifest;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What differs between two versions of a manifest.
///
/// @param header the header before and after; null where the manifest did not exist or is closed
/// @param lines only those that differ
public record Difference(LineChange header, SortedMap<String, LineChange> lines) {

  static final Difference NONE = new Difference(new LineChange(null, null), new TreeMap<>());

  /// Field by field, only those header fields that differ.
  public SortedMap<String, FieldChange> headerFields() {
    Map<String, String> before = header.before() == null ? Map.of() : header.before();
    Map<String, String> after = header.after() == null ? Map.of() : header.after();
    var names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    SortedMap<String, FieldChange> fields = new TreeMap<>();
    for (var name : names) {
      if (!Objects.equals(before.get(name), after.get(name))) {
        fields.put(name, new FieldChange(before.get(name), after.get(name)));
      }
    }
    return fields;
  }

  public record FieldChange(@Nullable String before, @Nullable String after) {}

  /// The steps one after another as one difference; what came back to where it was is gone.
  static Difference over(List<Difference> steps) {
    if (steps.isEmpty()) {
      return NONE;
    }
    var header =
        new LineChange(steps.getFirst().header().before(), steps.getLast().header().after());
    SortedMap<String, LineChange> lines = new TreeMap<>();
    for (var step : steps) {
      step.lines().forEach((key, change) -> lines.merge(key, change, LineChange::then));
    }
    lines.values().removeIf(LineChange::none);
    return new Difference(header, lines);
  }

  /// From the later back to the earlier.
  Difference reversed() {
    SortedMap<String, LineChange> back = new TreeMap<>();
    lines.forEach((key, change) -> back.put(key, change.reversed()));
    return new Difference(header.reversed(), back);
  }
}
