package org.huiwu.simulator;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/// What one service's database holds of a conference at one moment, kept beside it and put back as
/// often as that is asked for, all of it inside the database. What it holds of other conferences
/// stays.
final class Kept {
  /// What is the service's and no conference's, or stays empty while a conference is planned.
  private static final Set<String> LEFT_ALONE =
      Set.of(
          "call_outcome",
          "consumer_offset",
          "flyway_schema_history",
          "letter_item",
          "messaging_identity",
          "paper_key",
          "provider_event",
          "relay_cursor",
          "unreadable");

  /// What a relay could send again, or a subscriber recognise, is the last conference's only.
  private static final Set<String> WHOLE = Set.of("inbox", "outbox");

  private static final String TABLES =
      """
      select c.relname,
        case when exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'conference') then 'conference'
             when exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'root') then 'root'
             else '' end,
        exists (select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f')
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      order by c.relname\
      """;

  private static final String FUNCTION =
      """
      create function kept.%s(it uuid) returns bigint language plpgsql as $$ begin
      %s
      return (select last_value from outbox_seq_seq);
      end $$\
      """;

  private static final Map<String, String> WHICH =
      Map.of(
          "conference",
          "where conference = it",
          "root",
          "where root in (select root from change where conference = it)");

  /// @param refers to others, which are there before it and go after it
  private record Table(String name, String column, boolean refers) {
    String of(String sql) {
      return sql.replace("TABLE", '"' + name + '"').replace("WHICH", which());
    }

    /// Its rows are found by those of `change`.
    boolean isFound() {
      return column.equals("root");
    }

    private String which() {
      if (WHOLE.contains(name)) {
        return "";
      }
      var which = WHICH.get(column);
      if (which == null) {
        throw new IllegalStateException("what of " + name + " is a conference's is not known");
      }
      return which;
    }
  }

  private final JdbcTemplate jdbc;
  private final List<Table> tables;

  /// @param jdbc of a superuser
  Kept(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.tables =
        jdbc
            .query(
                TABLES,
                (row, _) -> new Table(row.getString(1), row.getString(2), row.getBoolean(3)))
            .stream()
            .filter(t -> !LEFT_ALONE.contains(t.name()))
            .sorted(Comparator.comparing(Table::isFound).thenComparing(Table::refers))
            .toList();
    jdbc.execute("create schema kept");
    tables.forEach(t -> jdbc.execute(t.of("create unlogged table kept.TABLE (like public.TABLE)")));
    function(
        "keep",
        tables,
        t ->
            t.of(
                "delete from kept.TABLE; insert into kept.TABLE select * from public.TABLE WHICH;"),
        "");
    function("clear", tables.reversed(), t -> t.of("delete from public.TABLE WHICH;"), "");
    function(
        "put_back",
        tables,
        t -> t.of("insert into public.TABLE overriding system value select * from kept.TABLE;"),
        "perform setval('outbox_seq_seq', (select max(seq) from kept.outbox));");
  }

  private void function(String name, List<Table> inOrder, Function<Table, String> of, String more) {
    var statements = inOrder.stream().map(of).collect(Collectors.joining("\n"));
    jdbc.execute(FUNCTION.formatted(name, statements + '\n' + more));
  }

  /// As it is now.
  void keep(UUID conference) {
    call("select kept.keep(?)", conference);
  }

  /// @return the number of the outbox's last row
  long putBack(UUID conference) {
    call("select kept.clear(?)", conference);
    return call("select kept.put_back(?)", conference);
  }

  private long call(String function, UUID conference) {
    var row = jdbc.queryForObject(function, Long.class, conference);
    return row == null ? 0 : row;
  }

  /// Nothing of any conference is left, here nor there.
  void empty() {
    jdbc.execute(
        tables.stream()
            .map(t -> t.of("public.TABLE, kept.TABLE"))
            .collect(Collectors.joining(", ", "truncate ", " cascade")));
  }
}
