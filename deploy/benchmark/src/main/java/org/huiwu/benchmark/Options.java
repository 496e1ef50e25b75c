package org.huiwu.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huiwu.drills.Door;

/// A rung's options, `--name value` each.
final class Options {
  /// It was not understood.
  static final class UnknownException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnknownException(String message) {
      super(message);
    }

    UnknownException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private final Map<String, String> values = new TreeMap<>();

  /// @param known what may be given, with what holds when it is not
  /// @throws UnknownException for an option that is not known or lacks its value
  Options(String[] given, Map<String, String> known) {
    values.putAll(known);
    for (int i = 0; i < given.length; i += 2) {
      if (!known.containsKey(given[i])) {
        throw new UnknownException(
            "Unknown option " + given[i] + "; there are " + known.keySet() + ".");
      }
      if (i + 1 == given.length) {
        throw new UnknownException(given[i] + " lacks its value.");
      }
      values.put(given[i], given[i + 1]);
    }
  }

  /// Of a rung that measures a platform that runs, block by block.
  ///
  /// @param rate changes a second where none is given
  static Options ofPlatform(String[] given, int rate) {
    return new Options(
        given,
        Map.of(
            "--url", "",
            "--administrator-password-file", "",
            "--blocks", "6",
            "--seconds", "30",
            "--rate", String.valueOf(rate),
            "--seed", "1"));
  }

  /// Who administers the platform that `--url` names, signed in.
  Door administrator() throws IOException {
    return Door.signIn(text("--url"), "administrator", content("--administrator-password-file"));
  }

  String text(String name) {
    var value = values.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new UnknownException(name + " is missing; ./huiwu bench gives it.");
    }
    return value;
  }

  int number(String name) {
    return number(name, text(name));
  }

  List<Integer> numbers(String name) {
    return Stream.of(text(name).split(",")).map(value -> number(name, value)).toList();
  }

  private static int number(String name, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new UnknownException(name + " is a number, not " + value + ".", e);
    }
  }

  Duration seconds(String name) {
    return Duration.ofSeconds(number(name));
  }

  String content(String name) throws IOException {
    return Files.readString(Path.of(text(name))).strip();
  }
}
