package org.huiwu.standalone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a database holds that is learnt or derived: each row as a digest, by table. Numbers that
/// were only counted up count by their order within the conference; what is published under which
/// number does not count, only what it says.
///
/// @param rows by table, how often each row's digest occurs; no row itself
record DerivedContent(SortedMap<String, Map<String, Integer>> rows) {

  /// Derived by the platform's libraries, and what of it counts.
  private static final Map<String, String> OF_THE_LIBRARIES =
      Map.of(
          "upstream_version",
          "select * from upstream_version",
          "subject_contribution",
          "select * from subject_contribution",
          "manifest_tally",
          "select * from manifest_tally where amount <> 0",
          "manifest_head",
          "select conference, manifest, hash, header from manifest_head where header is not null or trim(hash, '0') <> ''");

  /// How many rows of a table are in one of two contents only.
  record Difference(String table, long onlyLive, long onlyRebuilt) {}

  /// @param learnt the tables in which the service keeps what others have said
  static DerivedContent of(Connection database, List<String> learnt, boolean derives)
      throws SQLException {
    SortedMap<String, Map<String, Integer>> rows = new TreeMap<>();
    for (var table : learnt) {
      rows.put(table, digests(database, withOrder(database, table)));
    }
    for (var table : librariesTables(derives)) {
      rows.put(table, digests(database, OF_THE_LIBRARIES.getOrDefault(table, "")));
    }
    return new DerivedContent(rows);
  }

  /// The tables of the platform's libraries that hold nothing but what is learnt or derived.
  static List<String> librariesTables(boolean derives) {
    return OF_THE_LIBRARIES.keySet().stream()
        .filter(t -> derives || t.equals("upstream_version"))
        .sorted()
        .toList();
  }

  private static String withOrder(Connection database, String table) throws SQLException {
    var columns = new StringBuilder();
    try (var question =
        database.prepareStatement(
            """
            select attname, attidentity <> '' from pg_attribute
            where attrelid = ('public.' || ?)::regclass and attnum > 0 and not attisdropped order by attnum\
            """)) {
      question.setString(1, table);
      try (var names = question.executeQuery()) {
        while (names.next()) {
          var name = names.getString(1);
          columns
              .append(columns.isEmpty() ? "" : ", ")
              .append(
                  names.getBoolean(2)
                      ? "row_number() over (partition by conference order by %s)".formatted(name)
                      : name);
        }
      }
    }
    return "select %s from %s".formatted(columns, table);
  }

  private static Map<String, Integer> digests(Connection database, String sql) throws SQLException {
    Map<String, Integer> digests = new HashMap<>();
    try (var statement = database.createStatement();
        var rows = statement.executeQuery("select r::text from (%s) r".formatted(sql))) {
      while (rows.next()) {
        digests.merge(sha256(Stream.of(rows.getString(1))), 1, Integer::sum);
      }
    }
    return digests;
  }

  long count() {
    return rows.values().stream()
        .flatMap(t -> t.values().stream())
        .mapToLong(Integer::longValue)
        .sum();
  }

  /// SHA-256 of all of it.
  String hash() {
    return sha256(
        rows.entrySet().stream()
            .flatMap(t ->
                Stream.concat(
                    Stream.of(t.getKey()),
                    new TreeMap<>(t.getValue())
                        .entrySet().stream().map(r -> r.getKey() + "*" + r.getValue()))));
  }

  List<Difference> differencesOf(DerivedContent rebuilt) {
    return rows.entrySet().stream()
        .map(t -> {
          var other = rebuilt.rows.getOrDefault(t.getKey(), Map.of());
          return new Difference(t.getKey(), more(t.getValue(), other), more(other, t.getValue()));
        })
        .filter(d -> d.onlyLive() + d.onlyRebuilt() > 0)
        .toList();
  }

  private static long more(Map<String, Integer> these, Map<String, Integer> those) {
    return these.entrySet().stream()
        .mapToLong(r -> Math.max(0, r.getValue() - those.getOrDefault(r.getKey(), 0)))
        .sum();
  }

  private static String sha256(Stream<String> texts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      texts.forEach(text -> {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
      });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
