package org.huiwu.check;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Every database as it was at one moment: one `repeatable read, read only` transaction each. The
/// moments are a few milliseconds apart, in the order of [Service]; whether they are as good as one
/// moment is for [Rest] to say, which asks each database once more what it says by now.
public final class Snapshot implements AutoCloseable {
  private static final String CONNECT_SECONDS = "10";

  /// Room for the rows of a large conference without holding all of a table at once.
  private static final int FETCH = 2_000;

  /// One of the platform's conferences.
  ///
  /// @param label what it is called in findings: its code, and its id where several bear the code
  public record Conference(UUID id, String code, String label) {}

  private record Database(Connection then, Connection now) {}

  private final Map<Service, Database> databases = new EnumMap<>(Service.class);

  private Snapshot() {}

  /// @throws CheckException when a database does not answer
  public static Snapshot open(Addresses addresses) {
    var snapshot = new Snapshot();
    for (var service : Service.values()) {
      var address = addresses.databases().get(service);
      if (address != null) {
        try {
          snapshot.databases.put(service, connect(address));
        } catch (SQLException e) {
          snapshot.close();
          throw unanswered(service, e);
        }
      }
    }
    snapshot.renew();
    return snapshot;
  }

  private static CheckException unanswered(Service service, SQLException e) {
    return new CheckException(
        Message.of("problem.database", service.serviceName(), String.valueOf(e.getMessage())), e);
  }

  private static Database connect(Addresses.Address address) throws SQLException {
    var settings = new Properties();
    if (!address.user().isEmpty()) {
      settings.setProperty("user", address.user());
    }
    if (!address.password().isEmpty()) {
      settings.setProperty("password", address.password());
    }
    settings.setProperty("ApplicationName", "huiwu-check");
    settings.setProperty("connectTimeout", CONNECT_SECONDS);
    var then = DriverManager.getConnection(address.url(), settings);
    then.setReadOnly(true);
    then.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    then.setAutoCommit(false);
    try {
      var now = DriverManager.getConnection(address.url(), settings);
      now.setReadOnly(true);
      return new Database(then, now);
    } catch (SQLException e) {
      then.close();
      throw e;
    }
  }

  /// Every database as it is from now on.
  ///
  /// @throws CheckException when a database does not answer
  public void renew() {
    databases.forEach((service, database) -> {
      try {
        database.then().rollback();
        try (var first = database.then().createStatement()) {
          // the transaction sees what was committed up to its first statement
          first.execute("select 1");
        }
      } catch (SQLException e) {
        throw unanswered(service, e);
      }
    });
  }

  /// @throws CheckException when its database was not given
  public JdbcTemplate of(Service service) {
    return find(service)
        .orElseThrow(
            () -> new CheckException(Message.of("problem.no-database", service.serviceName())));
  }

  public Optional<JdbcTemplate> find(Service service) {
    return Optional.ofNullable(databases.get(service)).map(d -> asking(d.then()));
  }

  /// The same database as it is by now.
  JdbcTemplate now(Service service) {
    return Optional.ofNullable(databases.get(service))
        .map(d -> asking(d.now()))
        .orElseThrow(
            () -> new CheckException(Message.of("problem.no-database", service.serviceName())));
  }

  private static JdbcTemplate asking(Connection connection) {
    var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    jdbc.setFetchSize(FETCH);
    return jdbc;
  }

  /// Those that publish.
  public List<Service> services() {
    return databases.keySet().stream().filter(Service::publishes).toList();
  }

  public List<Conference> conferences() {
    return of(Service.REGISTRATION)
        .query(
            """
            select conference, code, count(*) over (partition by code) from conference
            order by created\
            """,
            (row, _) -> {
              var id = row.getObject(1, UUID.class);
              var code = row.getString(2);
              return new Conference(id, code, row.getLong(3) > 1 ? code + " " + id : code);
            });
  }

  @Override
  public void close() {
    databases
        .values()
        .forEach(database -> {
          close(database.then());
          close(database.now());
        });
    databases.clear();
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException _) {
      // nothing was written that could be lost
    }
  }
}
