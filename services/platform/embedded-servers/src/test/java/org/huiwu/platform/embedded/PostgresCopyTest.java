package org.huiwu.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a backup is made of. The whole way, from file to file with `recover`, is a proof
/// (`CutShortTest` in deploy/drills).
class PostgresCopyTest {

  @TempDir Path folder;

  @Test
  void a_server_started_on_a_copy_has_what_was_committed_before_it_in_every_database_and_no_more()
      throws Exception {
    var original = folder.resolve("original");
    try (PostgresServer server = PostgresServer.start(PostgresSettings.in(original))) {
      for (String database : new String[] {"excursion", "venue"}) {
        server.createDatabaseIfAbsent(database);
        update(server, database, "create table fact as select generate_series(1, 1000) n");
      }
      take(original, folder.resolve("running"));
      update(server, "excursion", "insert into fact values (1001)");
    }
    take(original, folder.resolve("ended"));
    assertThat(facts("running", "excursion")).isEqualTo(1000);
    assertThat(facts("running", "venue")).isEqualTo(1000);
    assertThat(facts("ended", "excursion")).isEqualTo(1001);
  }

  private static void take(Path original, Path copy) throws IOException {
    Files.createDirectories(copy);
    PostgresCopy.take(
        original,
        new PostgresCopy.Sink() {
          @Override
          public void folder(String name) throws IOException {
            Files.setPosixFilePermissions(
                Files.createDirectories(copy.resolve(name)),
                PosixFilePermissions.fromString("rwx------"));
          }

          @Override
          public void file(String name, Path file) throws IOException {
            Files.copy(file, copy.resolve(name));
          }

          @Override
          public void text(String name, String content) throws IOException {
            Files.writeString(copy.resolve(name), content);
          }
        });
    Files.copy(original.resolve("password"), copy.resolve("password"));
  }

  private int facts(String copy, String database) throws SQLException {
    try (PostgresServer server = PostgresServer.start(PostgresSettings.in(folder.resolve(copy)));
        Connection connection = open(server, database);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select count(*) from fact")) {
      assertThat(result.next()).isTrue();
      return result.getInt(1);
    }
  }

  private static void update(PostgresServer server, String database, String sql)
      throws SQLException {
    try (Connection connection = open(server, database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection open(PostgresServer server, String database) throws SQLException {
    return DriverManager.getConnection(
        server.jdbcUrl(database), server.username(), server.password());
  }
}
