package org.huiwu.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

  @TempDir Path folder;

  @Test
  void rows_are_still_there_after_a_restart() throws SQLException {
    try (PostgresServer server = PostgresServer.start(PostgresSettings.in(folder))) {
      server.createDatabaseIfAbsent("excursion");
      update(server, "excursion", "create table stop(name text)");
      update(server, "excursion", "insert into stop values ('青秀山')");
    }
    try (PostgresServer server = PostgresServer.start(PostgresSettings.in(folder))) {
      server.createDatabaseIfAbsent("excursion");
      assertThat(query(server, "excursion", "select name from stop")).isEqualTo("青秀山");
    }
  }

  @Test
  void commits_are_synced_to_disk_and_settings_given_later_hold() throws SQLException {
    try (PostgresServer server = PostgresServer.start(PostgresSettings.in(folder))) {
      server.verifyDurable();
      assertThat(query(server, "postgres", "show fsync")).isEqualTo("on");
      assertThat(query(server, "postgres", "show synchronous_commit")).isEqualTo("on");
      assertThat(query(server, "postgres", "show max_connections")).isEqualTo("120");
      assertThat(query(server, "postgres", "show server_version")).startsWith("18.");
    }
    PostgresSettings changed =
        PostgresSettings.in(folder)
            .withDurability(Durability.FAST)
            .withOptions(Map.of("max_connections", "40"));
    try (PostgresServer server = PostgresServer.start(changed)) {
      assertThat(query(server, "postgres", "show max_connections")).isEqualTo("40");
      assertThatThrownBy(server::verifyDurable)
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContaining("fsync is off")
          .hasMessageContaining(folder.toString());
    }
  }

  @Test
  void text_is_sorted_by_code_point_whatever_the_machine_s_locale() throws SQLException {
    try (PostgresServer server = PostgresServer.start(PostgresSettings.in(folder))) {
      String sql =
          "select datlocprovider::text || ' ' || datlocale || ' ' || pg_encoding_to_char(encoding) from pg_database where datname = 'postgres'";
      assertThat(query(server, "postgres", sql)).isEqualTo("b C.UTF-8 UTF8");
      assertThat(
              query(
                  server,
                  "postgres",
                  "select string_agg(c, '' order by c) from unnest(array['b','A','a','B']) c"))
          .isEqualTo("ABab");
    }
  }

  @Test
  void nobody_connects_without_the_password_and_only_the_user_can_read_it() throws Exception {
    try (PostgresServer server = PostgresServer.start(PostgresSettings.in(folder))) {
      assertThatThrownBy(() ->
              DriverManager.getConnection(server.jdbcUrl("postgres"), server.username(), "guessed")
                  .close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThat(query(server, "postgres", "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(query(server, "postgres", "show unix_socket_directories")).isEmpty();
    }
    assertThat(permissions(folder.resolve("password"))).isEqualTo("rw-------");
    assertThat(permissions(folder)).isEqualTo("rwx------");
  }

  @Test
  void a_second_server_on_the_same_folder_is_refused_in_one_clear_line() {
    try (PostgresServer server = PostgresServer.start(PostgresSettings.in(folder))) {
      assertThat(server.port()).isPositive();
      OneLine.of(() -> PostgresServer.start(PostgresSettings.in(folder)))
          .contains(folder.toString(), "in use by", "name another folder");
    }
  }

  @Test
  void an_end_nobody_asked_for_is_reported() throws Exception {
    CompletableFuture<String> fault = new CompletableFuture<>();
    PostgresSettings settings = PostgresSettings.in(folder).withOnFault(fault::complete);
    try (PostgresServer server = PostgresServer.start(settings)) {
      assertThat(server.port()).isPositive();
      String pid = Files.readAllLines(folder.resolve("cluster/postmaster.pid")).getFirst();
      ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
      assertThat(fault.get(20, TimeUnit.SECONDS)).contains("ended by itself", folder.toString());
    }
  }

  @Test
  void two_who_create_one_database_at_a_time_both_succeed() {
    try (PostgresServer server = PostgresServer.start(PostgresSettings.in(folder))) {
      CompletableFuture<?>[] creations = new CompletableFuture<?>[4];
      for (int i = 0; i < creations.length; i++) {
        creations[i] = CompletableFuture.runAsync(() -> server.createDatabaseIfAbsent("venue"));
      }
      assertThat(CompletableFuture.allOf(creations)).succeedsWithin(20, TimeUnit.SECONDS);
      assertThatThrownBy(() -> server.createDatabaseIfAbsent("x; drop database venue"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static String permissions(Path path) throws java.io.IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void update(PostgresServer server, String database, String sql)
      throws SQLException {
    try (Connection connection = connect(server, database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(PostgresServer server, String database, String sql)
      throws SQLException {
    try (Connection connection = connect(server, database);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      assertThat(result.next()).isTrue();
      return result.getString(1);
    }
  }

  private static Connection connect(PostgresServer server, String database) throws SQLException {
    return DriverManager.getConnection(
        server.jdbcUrl(database), server.username(), server.password());
  }
}
