package org.huiwu.excursion.membership.persistence;

import org.flywaydb.core.Flyway;
import org.huiwu.platform.testsupport.TestServers;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// This service's own tables in a database of a test's own. Tests keep apart by their conference.
final class Database {
  private static final JdbcTemplate TABLES = create();

  private Database() {}

  static JdbcTemplate tables() {
    return TABLES;
  }

  private static JdbcTemplate create() {
    var database = TestServers.acquire().newDatabase("excursion_tables");
    var connection =
        new SingleConnectionDataSource(
            database.jdbcUrl(), database.username(), database.password(), true);
    Flyway.configure()
        .dataSource(database.jdbcUrl(), database.username(), database.password())
        .locations("classpath:db/excursion")
        .load()
        .migrate();
    return new JdbcTemplate(connection);
  }
}
