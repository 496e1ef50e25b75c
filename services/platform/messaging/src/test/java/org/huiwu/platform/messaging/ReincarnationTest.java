package org.huiwu.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReincarnationTest {
  private static final String TO_SEND =
      """
      select o.payload from outbox o, relay_cursor c
      where not pg_visible_in_snapshot(o.tx, c.snapshot) order by o.recorded_at\
      """;

  private SmallService service;

  @BeforeEach
  void a_service_that_has_sent_everything() {
    service = SmallService.create();
    // the commands' own table: services/platform/web has it
    service.jdbc.execute("create table answered_command (conference uuid not null)");
    service.outbox.rollPartitions();
    row("long before", 90);
    row("within the hour", 30);
    row("last", 0);
    service.jdbc.update("update relay_cursor set snapshot = pg_current_snapshot()");
    assertThat(toSend()).isEmpty();
  }

  @AfterEach
  void gone() {
    service.close();
  }

  private void row(String payload, int minutesAgo) {
    service.jdbc.update(
        "insert into outbox (id, conference, channel, payload, recorded_at) values (?, ?, 'changes', ?, now() - make_interval(mins => ?))",
        UUID.randomUUID(),
        UUID.randomUUID(),
        payload,
        minutesAgo);
  }

  private List<String> toSend() {
    return service.jdbc.queryForList(TO_SEND, String.class);
  }

  private void reincarnate() throws Exception {
    try (var database = service.dataSource.getConnection()) {
      assertThat(Reincarnation.of(database, Map.of())).isEqualTo(2);
    }
  }

  @Test
  void the_last_hour_before_the_backup_is_sent_again() throws Exception {
    reincarnate();
    assertThat(toSend()).containsExactly("within the hour", "last");
  }

  /// Autovacuum, or a service's neighbour in the cluster: a transaction that began later may end
  /// earlier.
  @Test
  void it_is_sent_again_whatever_else_ends_in_the_cluster_meanwhile() throws Exception {
    service.jdbc.execute(
        "create function wait() returns trigger language plpgsql as 'begin perform pg_advisory_xact_lock(42); return new; end'");
    service.jdbc.execute(
        "create trigger waits before update on outbox for each row execute function wait()");
    try (var gate = service.dataSource.getConnection();
        var statement = gate.createStatement()) {
      statement.execute("select pg_advisory_lock(42)");
      try (var waiting =
          new Running(() -> {
            reincarnate();
            return "done";
          })) {
        await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaits);
        service.jdbc.queryForObject("select pg_current_xact_id()::text", String.class);
        statement.execute("select pg_advisory_unlock(42)");
        assertThat(waiting.end()).isEmpty();
      }
    }
    assertThat(toSend()).containsExactly("within the hour", "last");
  }

  private boolean somebodyWaits() {
    return Objects.requireNonNull(
        service.jdbc.queryForObject(
            """
            select exists (select 1 from pg_locks l join pg_database d on d.oid = l.database
              where d.datname = current_database() and l.locktype = 'advisory' and not l.granted)\
            """,
            Boolean.class));
  }
}
