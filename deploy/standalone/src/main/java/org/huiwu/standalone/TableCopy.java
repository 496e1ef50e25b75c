package org.huiwu.standalone;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/// Copies what a service owns from its live database, as the reading transaction sees it, into the
/// one that is rebuilt: rows, partitions, and where the numbering has come to. What was there is
/// gone.
final class TableCopy {
  private static final String TABLES =
      """
      select c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and c.relname <> 'flyway_schema_history'\
      """;
  private static final String PARTITIONS =
      """
      select c.relname, p.relname, pg_get_expr(c.relpartbound, c.oid)
      from pg_class c join pg_inherits i on i.inhrelid = c.oid join pg_class p on p.oid = i.inhparent
      where p.relnamespace = 'public'::regnamespace and p.relkind = 'p'\
      """;
  private static final String REFERENCES =
      """
      select c.relname, r.relname from pg_constraint f
        join pg_class c on c.oid = f.conrelid join pg_class r on r.oid = f.confrelid
      where f.contype = 'f' and f.connamespace = 'public'::regnamespace and c.oid <> r.oid\
      """;
  private static final String COLUMNS =
      """
      select attname from pg_attribute
      where attrelid = ('public.' || quote_ident('%s'))::regclass and attnum > 0 and not attisdropped
      order by attnum\
      """;
  private static final String SEQUENCES =
      """
      select s.relname, c.relname from pg_class s
        join pg_depend d on d.objid = s.oid and d.deptype = 'i' and d.classid = 'pg_class'::regclass
        join pg_class c on c.oid = d.refobjid
      where s.relkind = 'S' and s.relnamespace = 'public'::regnamespace\
      """;

  private final Connection from;
  private final Connection to;

  TableCopy(Connection from, Connection to) {
    this.from = from;
    this.to = to;
  }

  /// Every table but what is learnt or derived.
  ///
  /// @throws StartException when the live schema is not this program's
  Set<String> ownedBut(Set<String> derived) throws SQLException {
    Set<String> tables = new TreeSet<>();
    each(from, TABLES, row -> tables.add(row.get(0)));
    Set<String> here = new TreeSet<>();
    each(to, TABLES, row -> here.add(row.get(0)));
    if (!tables.equals(here) || !tables.containsAll(derived)) {
      throw new StartException(
          "The running service has other tables than this program: rebuild with the version that runs.");
    }
    tables.removeAll(derived);
    return tables;
  }

  /// In one transaction.
  void of(Set<String> tables) throws SQLException {
    to.setAutoCommit(false);
    try {
      partitions(tables);
      execute("truncate " + String.join(", ", tables));
      for (var table : inOrder(tables)) {
        rows(table);
      }
      numbering(tables);
      to.commit();
    } catch (SQLException | RuntimeException | Error e) {
      to.rollback();
      throw e;
    } finally {
      to.setAutoCommit(true);
    }
  }

  private void partitions(Set<String> tables) throws SQLException {
    List<List<String>> wanted = new ArrayList<>();
    each(from, PARTITIONS, wanted::add);
    for (var one : wanted) {
      if (tables.contains(one.get(1))) {
        execute(
            "create table if not exists %s partition of %s %s"
                .formatted(one.get(0), one.get(1), one.get(2)));
      }
    }
  }

  /// What others refer to comes first.
  private List<String> inOrder(Set<String> tables) throws SQLException {
    Map<String, Set<String>> references = new TreeMap<>();
    each(
        from,
        REFERENCES,
        row -> references.computeIfAbsent(row.get(0), _ -> new TreeSet<>()).add(row.get(1)));
    Set<String> ordered = new LinkedHashSet<>();
    while (ordered.size() < tables.size()) {
      var next =
          tables.stream()
              .filter(t -> !ordered.contains(t))
              .filter(t ->
                  references.getOrDefault(t, Set.of()).stream()
                      .allMatch(r -> ordered.contains(r) || !tables.contains(r)))
              .collect(Collectors.toSet());
      if (next.isEmpty()) {
        throw new StartException("Tables refer to each other in a circle: " + tables);
      }
      ordered.addAll(next);
    }
    return List.copyOf(ordered);
  }

  private void rows(String table) throws SQLException {
    List<String> names = new ArrayList<>();
    each(from, COLUMNS.formatted(table), row -> names.add('"' + row.get(0) + '"'));
    var columns = String.join(", ", names);
    // a partitioned table is read by a query only
    var out =
        from.unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(
                "copy (select %s from %s) to stdout (format binary)".formatted(columns, table));
    var in =
        to.unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy %s (%s) from stdin (format binary)".formatted(table, columns));
    for (var piece = out.readFromCopy(); piece != null; piece = out.readFromCopy()) {
      in.writeToCopy(piece, 0, piece.length);
    }
    in.endCopy();
  }

  private void numbering(Set<String> tables) throws SQLException {
    List<List<String>> sequences = new ArrayList<>();
    each(from, SEQUENCES, sequences::add);
    for (var sequence : sequences) {
      if (tables.contains(sequence.get(1))) {
        List<List<String>> reached = new ArrayList<>();
        each(from, "select last_value, is_called from " + sequence.get(0), reached::add);
        execute(
            "select setval('%s', %s, '%s')"
                .formatted(sequence.get(0), reached.getFirst().get(0), reached.getFirst().get(1)));
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = to.createStatement()) {
      statement.execute(sql);
    }
  }

  private interface Row {
    void is(List<String> columns);
  }

  private static void each(Connection connection, String sql, Row row) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          columns.add(rows.getString(i));
        }
        row.is(columns);
      }
    }
  }
}
