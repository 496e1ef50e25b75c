package org.huiwu.standalone.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the source of a service says of itself, read as text.
///
/// @param sources its production classes
/// @param migrations its Flyway files
record ServiceSource(List<Path> sources, List<Path> migrations) {
  private static final String CONTRACTS =
      "services/contracts/src/main/resources/org/huiwu/contracts/";
  private static final String EXAMPLE = ".v1.json";
  private static final String SCHEMA = ".v1.schema.json";
  private static final Pattern CLASS_MAPPING =
      Pattern.compile("@RequestMapping\\(\\s*(?:path\\s*=\\s*)?\"(/[^\"]*)\"");
  private static final Pattern METHOD_MAPPING =
      Pattern.compile("@(Get|Post|Put|Patch|Delete)Mapping\\b(?:\\(([^)]*)\\))?");
  private static final Pattern PATH = Pattern.compile("\"(/[^\"]*)\"");
  private static final Pattern TABLE = Pattern.compile("(?im)^create table (\\w+)");

  static ServiceSource of(String service) {
    var main = "services/" + service + "/src/main/";
    return new ServiceSource(
        Repository.files(main + "java", ".java"),
        Repository.files(main + "resources/db/" + service, ".sql"));
  }

  /// That of the libraries which every service carries.
  static ServiceSource ofPlatform() {
    List<Path> sources = new ArrayList<>();
    List<Path> migrations = new ArrayList<>();
    for (var library : List.of("messaging", "manifests", "web")) {
      var main = "services/platform/" + library + "/src/main/";
      sources.addAll(Repository.files(main + "java", ".java"));
      migrations.addAll(Repository.files(main + "resources/db", ".sql"));
    }
    return new ServiceSource(sources, migrations);
  }

  static Set<String> events(String service) {
    return Repository.files(CONTRACTS + service + "/examples", EXAMPLE).stream()
        .map(f -> f.getFileName().toString())
        .map(name -> name.substring(0, name.length() - EXAMPLE.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Owner and kind, e.g. `venue.session`, of every aggregate that travels.
  static Set<String> aggregates() {
    var contracts = Repository.ROOT.resolve(CONTRACTS);
    return Repository.files(CONTRACTS, SCHEMA).stream()
        .map(contracts::relativize)
        .filter(f -> f.getNameCount() == 2)
        .map(f -> f.getName(0) + "." + f.getName(1).toString().replace(SCHEMA, ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static String subscriptions() {
    return Repository.text(CONTRACTS + "subscriptions.json");
  }

  Set<String> tables() {
    return migrations.stream()
        .flatMap(f -> TABLE.matcher(Repository.text(f)).results().map(m -> m.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Method and path of every mapping, with the text of its method.
  Map<String, String> mappings() {
    Map<String, String> mappings = new TreeMap<>();
    sources.stream()
        .map(Repository::text)
        .filter(t -> t.contains("@RestController"))
        .forEach(t -> mappings.putAll(mappingsIn(t)));
    return mappings;
  }

  private static Map<String, String> mappingsIn(String source) {
    var ofClass = CLASS_MAPPING.matcher(source);
    var base = ofClass.find() ? ofClass.group(1) : "";
    Map<String, String> mappings = new TreeMap<>();
    var found = METHOD_MAPPING.matcher(source).results().toList();
    for (int i = 0; i < found.size(); i++) {
      var mapping = found.get(i);
      var path = PATH.matcher(mapping.group(2) == null ? "" : mapping.group(2));
      var end = i + 1 < found.size() ? found.get(i + 1).start() : source.length();
      mappings.put(
          mapping.group(1).toUpperCase(Locale.ROOT)
              + " "
              + base
              + (path.find() ? path.group(1) : ""),
          source.substring(mapping.end(), end));
    }
    return mappings;
  }

  /// Whether a class of the service has the word as a text of its own.
  boolean says(String word) {
    return sources.stream().anyMatch(f -> Repository.text(f).contains('"' + word + '"'));
  }
}
