package org.huiwu.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A rung's options, `--name value` each.
final class Options {
  private final Map<String, String> values = new TreeMap<>();

  /// @param known what may be given, with what holds when it is not
  /// @throws IllegalArgumentException for an option that is not known or lacks its value
  Options(String[] given, Map<String, String> known) {
    values.putAll(known);
    for (int i = 0; i < given.length; i += 2) {
      if (!known.containsKey(given[i])) {
        throw new IllegalArgumentException(
            "Unknown option " + given[i] + "; there are " + known.keySet() + ".");
      }
      if (i + 1 == given.length) {
        throw new IllegalArgumentException(given[i] + " lacks its value.");
      }
      values.put(given[i], given[i + 1]);
    }
  }

  String text(String name) {
    var value = values.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new IllegalArgumentException(name + " is missing; ./huiwu bench gives it.");
    }
    return value;
  }

  int number(String name) {
    return Integer.parseInt(text(name));
  }

  List<Integer> numbers(String name) {
    return Stream.of(text(name).split(",")).map(Integer::valueOf).toList();
  }

  Duration seconds(String name) {
    return Duration.ofSeconds(number(name));
  }

  String content(String name) throws IOException {
    return Files.readString(Path.of(text(name))).strip();
  }
}
