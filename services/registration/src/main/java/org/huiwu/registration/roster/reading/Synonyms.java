package org.huiwu.registration.roster.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The tables of synonyms: data that a clerk can extend (FORMAT.md, "Rosters"). They come with the
/// program as `synonyms.properties`; `with` adds what an office uses beside them. Immutable.
public final class Synonyms {
  private record Meaning(String value, int order) {}

  private static final String RESOURCE = "/org/huiwu/registration/roster/synonyms.properties";
  private static final Pattern SEPARATOR = Pattern.compile(" \\| ");
  private static final Synonyms STANDARD = load();

  private final Map<SynonymKind, Map<String, Meaning>> tables;
  private final int added;

  private Synonyms(Map<SynonymKind, Map<String, Meaning>> tables, int added) {
    this.tables = tables;
    this.added = added;
  }

  /// The tables that come with the program.
  public static Synonyms standard() {
    return STANDARD;
  }

  /// These tables and one wording more. What is added later wins over what was there.
  ///
  /// @param meaning one of those that the kind names: a field, a gender, a rank, a place's code...
  /// @throws IllegalArgumentException if the kind knows no such meaning, or the wording is blank
  public Synonyms with(SynonymKind kind, String wording, String meaning) {
    String key = kind.key(wording);
    if (key.isEmpty() || !kind.canMean(meaning)) {
      throw new IllegalArgumentException(
          "No synonym of %s: '%s' = '%s'".formatted(kind.wire(), wording, meaning));
    }
    Map<SynonymKind, Map<String, Meaning>> extended = new EnumMap<>(tables);
    Map<String, Meaning> table = new HashMap<>(table(kind));
    Meaning entry = new Meaning(meaning, -added - 1);
    table.put(key, entry);
    table.put(withoutHyphens(key), entry);
    extended.put(kind, table);
    return new Synonyms(extended, added + 1);
  }

  /// What a wording means, whatever its spaces, case and width; hyphens are looked at only where it
  /// makes a difference.
  public Optional<String> find(SynonymKind kind, String wording) {
    return Optional.ofNullable(meaning(kind, wording)).map(Meaning::value);
  }

  /// The place of a wording among those of its meaning: lower is preferred.
  int order(SynonymKind kind, String wording) {
    Meaning meaning = meaning(kind, wording);
    return meaning == null ? Integer.MAX_VALUE : meaning.order();
  }

  /// The wordings of a meaning, as compared.
  List<String> wordings(SynonymKind kind, String value) {
    return table(kind).entrySet().stream()
        .filter(entry -> entry.getValue().value().equals(value))
        .map(Map.Entry::getKey)
        .toList();
  }

  private @Nullable Meaning meaning(SynonymKind kind, String wording) {
    Map<String, Meaning> table = table(kind);
    String key = kind.key(wording);
    Meaning exact = table.get(key);
    return exact == null ? table.get(withoutHyphens(key)) : exact;
  }

  private Map<String, Meaning> table(SynonymKind kind) {
    return tables.getOrDefault(kind, Map.of());
  }

  private static String withoutHyphens(String key) {
    return key.replace("-", "");
  }

  private static Synonyms load() {
    Properties lines = new Properties();
    try (InputStream resource =
        Objects.requireNonNull(Synonyms.class.getResourceAsStream(RESOURCE))) {
      lines.load(new InputStreamReader(resource, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<SynonymKind, Map<String, Meaning>> tables = new EnumMap<>(SynonymKind.class);
    for (SynonymKind kind : SynonymKind.values()) {
      tables.put(kind, new HashMap<>());
    }
    lines.forEach((key, wordings) -> put(tables, (String) key, (String) wordings));
    return new Synonyms(tables, 0);
  }

  private static void put(
      Map<SynonymKind, Map<String, Meaning>> tables, String line, String wordings) {
    int dot = line.indexOf('.');
    String meaning = line.substring(dot + 1);
    for (SynonymKind kind : SynonymKind.values()) {
      if (!line.substring(0, dot).equals(kind.wire())) {
        continue;
      }
      int order = 0;
      for (String wording : SEPARATOR.split(wordings.strip())) {
        Meaning entry = new Meaning(meaning, order++);
        String key = kind.key(wording);
        Meaning other = Objects.requireNonNull(tables.get(kind)).put(key, entry);
        if (!kind.canMean(meaning) || other != null && !other.value().equals(meaning)) {
          throw new IllegalStateException("synonyms.properties: " + line + " = " + wording);
        }
        Objects.requireNonNull(tables.get(kind)).putIfAbsent(withoutHyphens(key), entry);
      }
    }
  }
}
