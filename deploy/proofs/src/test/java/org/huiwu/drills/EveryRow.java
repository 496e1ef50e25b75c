package org.huiwu.drills;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What stands in the services' databases of one conference, and of what is no conference's: other
/// conferences on the same platform go on meanwhile.
final class EveryRow {
  /// What moves by itself: how far Kafka was read and written.
  private static final Set<String> MOVING = Set.of("consumer_offset", "relay_cursor");

  /// Rows that name their conference by what they belong to.
  private static final Map<String, String> BELONGING =
      Map.of(
          "letter_item", "where t.letter in (select id from letter where conference::text = '%s')",
          "call_outcome",
              "where t.task in (select id from call_task where conference::text = '%s')");

  private final ThrowawayPlatform platform;
  private final String conference;

  EveryRow(ThrowawayPlatform platform, String conference) {
    this.platform = platform;
    this.conference = conference;
  }

  /// A hash of all rows of each table of every service, by service and table.
  Map<String, String> content() throws IOException, SQLException {
    Map<String, String> all = new TreeMap<>();
    for (var service : EveryDoor.SERVICES) {
      try (var connection = platform.open(service)) {
        for (var table : tables(connection).entrySet()) {
          try (var statement = connection.createStatement();
              var row =
                  statement.executeQuery(
                      "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') from \"%s\" t %s"
                          .formatted(table.getKey(), table.getValue()))) {
            row.next();
            all.put(service + " " + table.getKey(), row.getString(1));
          }
        }
      }
    }
    return all;
  }

  /// @return of each table which of its rows are looked at: of what is a conference's, ours
  private Map<String, String> tables(Connection connection) throws SQLException {
    Map<String, String> tables = new TreeMap<>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select t.table_name, exists (
                  select from information_schema.columns c where c.table_schema = 'public'
                    and c.table_name = t.table_name and c.column_name = 'conference')
                from information_schema.tables t where t.table_schema = 'public'\
                """)) {
      while (rows.next()) {
        if (!MOVING.contains(rows.getString(1))) {
          tables.put(rows.getString(1), of(rows.getString(1), rows.getBoolean(2)));
        }
      }
    }
    return tables;
  }

  private String of(String table, boolean named) {
    return named
        ? "where conference::text = '%s'".formatted(conference)
        : BELONGING.getOrDefault(table, "").formatted(conference);
  }
}
