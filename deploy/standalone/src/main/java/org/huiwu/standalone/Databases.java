package org.huiwu.standalone;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.huiwu.platform.embedded.PostgresServer;

/// The services' databases, for what is done to them while no service runs, or beside it.
final class Databases {
  private Databases() {}

  static Connection connect(PostgresServer postgres, Service service) throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl(service.database()), postgres.username(), postgres.password());
  }

  static Set<UUID> ids(Connection database, String sql) throws SQLException {
    Set<UUID> ids = new HashSet<>();
    try (var statement = database.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
    }
    return ids;
  }

  static long count(Connection database, String sql) throws SQLException {
    try (var statement = database.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
