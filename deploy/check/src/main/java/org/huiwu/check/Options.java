package org.huiwu.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `[--data DIR | --databases FILE] [--conference CODE] [--patience SECONDS] [--language zh|en]`.
///
/// @param conference a code or an id; null for all
/// @param patience how long what is under way may take to end
record Options(
    Path data,
    @Nullable Path databases,
    @Nullable String conference,
    Duration patience,
    String language) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Set<String> NAMES =
      Set.of("--data", "--databases", "--conference", "--patience", "--language");

  /// @throws CheckException when it cannot be understood
  static Options parse(String[] args) {
    var data = Path.of("data");
    Path databases = null;
    String conference = null;
    var patience = PATIENCE;
    var language = language(args);
    for (int i = 0; i < args.length; i += 2) {
      if (!NAMES.contains(args[i])) {
        throw new CheckException(Message.of("problem.option", args[i]));
      }
      if (i + 1 >= args.length) {
        throw new CheckException(Message.of("problem.option-value", args[i]));
      }
      var value = args[i + 1];
      switch (args[i]) {
        case "--data" -> data = Path.of(value);
        case "--databases" -> databases = Path.of(value);
        case "--conference" -> conference = value;
        case "--patience" -> patience = seconds(value);
        default -> language = value;
      }
    }
    return new Options(data, databases, conference, patience, language);
  }

  /// The one that was asked for, or the user's own: also for saying what is wrong with the rest.
  static String language(String[] args) {
    for (int i = 0; i + 1 < args.length; i++) {
      if (args[i].equals("--language")) {
        return args[i + 1];
      }
    }
    // a JVM knows only the locales that are installed
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(System.getenv()::get)
        .filter(Objects::nonNull)
        .filter(Predicate.not(String::isBlank))
        .findFirst()
        .orElseGet(() -> Locale.getDefault().getLanguage());
  }

  private static Duration seconds(String value) {
    try {
      var seconds = Long.parseLong(value);
      if (seconds >= 0 && seconds <= Duration.ofDays(1).toSeconds()) {
        return Duration.ofSeconds(seconds);
      }
      throw new CheckException(Message.of("problem.patience", value));
    } catch (NumberFormatException e) {
      throw new CheckException(Message.of("problem.patience", value), e);
    }
  }

  Addresses addresses() {
    return databases == null ? Addresses.inData(data) : Addresses.inFile(databases);
  }
}
