package org.huiwu.check;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A violation in the databases of a platform that has ended (its PostgreSQL alone runs); closing
/// it makes it good.
final class Planted implements AutoCloseable {
  private record Kept(JdbcTemplate database, String table) {}

  private final Addresses addresses;
  private final List<Kept> kept = new ArrayList<>();

  Planted(Addresses addresses) {
    this.addresses = addresses;
  }

  /// @param table the one that the statement changes
  Planted with(Service service, String table, String sql, Object... arguments) {
    var database = database(addresses, service);
    if (kept.stream().noneMatch(k -> k.table().equals(table))) {
      database.execute("create table kept_%s as table %s".formatted(table, table));
      kept.add(new Kept(database, table));
    }
    if (database.update(sql, arguments) == 0) {
      throw new IllegalStateException("nothing was planted by " + sql);
    }
    return this;
  }

  static JdbcTemplate database(Addresses addresses, Service service) {
    var address = addresses.databases().get(service);
    if (address == null) {
      throw new IllegalArgumentException("no database of " + service);
    }
    return new JdbcTemplate(
        new DriverManagerDataSource(address.url(), address.user(), address.password()));
  }

  @Override
  public void close() {
    for (var one : kept) {
      one.database().update("delete from " + one.table());
      one.database()
          .update(
              "insert into %s overriding system value table kept_%s"
                  .formatted(one.table(), one.table()));
      one.database().execute("drop table kept_" + one.table());
    }
    kept.clear();
  }
}
