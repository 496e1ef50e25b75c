package org.huiwu.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.huiwu.platform.messaging.Hypotheses.BusyException;
import org.huiwu.platform.messaging.Hypotheses.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(Lifecycle.PER_CLASS)
class HypothesesTest {
  private static final Limits LIMITS =
      new Limits(Duration.ofMillis(200), Duration.ofSeconds(5), 1_000);
  private static final Origin ORIGIN =
      new Origin("lay-table", "ming", "catering", null, Instant.EPOCH);

  record Plate(String guest) {}

  private SmallService service;
  private Hypotheses hypotheses;
  private UUID conference = UUID.randomUUID();

  @BeforeAll
  void a_service() {
    service = SmallService.create();
    hypotheses =
        new Hypotheses(service.transactions, service.jdbc, service.parking, service.handler);
  }

  @AfterAll
  void gone() {
    service.close();
  }

  @BeforeEach
  void a_healthy_service_and_a_new_conference() {
    conference = UUID.randomUUID();
    service.poisonous.clear();
    service.completionFails = false;
  }

  private String lay(ChangeScope scope) {
    scope.changed("kitchen.plate", "p1", 1, "plate-laid", new Plate("ada"));
    service.jdbc.update("insert into fact values (?, 'own', 'p1', 'plate', 1)", conference);
    return "laid";
  }

  @Test
  void a_command_is_run_and_nothing_of_it_stays() {
    var before = rows();
    var said =
        hypotheses.test(
            conference,
            LIMITS,
            own -> {
              assertThat(Hypothesis.isOpen()).isTrue();
              var committed = service.changes.change(conference, ORIGIN, this::lay);
              assertThat(committed.result()).isEqualTo("laid");
              assertThat(service.facts(conference)).containsExactly("p1=plate x1");
              return own.said();
            });
    assertThat(said)
        .singleElement()
        .satisfies(c -> {
          assertThat(c.service()).isEqualTo("kitchen");
          assertThat(c.states()).extracting(Changeset.AggregateState::id).containsExactly("p1");
        });
    assertThat(Hypothesis.isOpen()).isFalse();
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void the_relay_is_not_woken() throws InterruptedException {
    service.bell.await(1);
    hypotheses.test(conference, LIMITS, _ -> service.changes.change(conference, ORIGIN, this::lay));
    assertThat(service.bell.await(1)).isFalse();
    service.changes.change(conference, ORIGIN, this::lay);
    assertThat(service.bell.await(1)).isTrue();
  }

  @Test
  void what_others_would_say_is_taken_in_as_the_consumer_does_and_says_the_same() {
    var guest = Said.by("host", conference, Said.guest("ada", 1, "Ada"));
    var before = rows();
    var ahead =
        hypotheses.test(
            conference,
            LIMITS,
            own -> {
              own.take(guest);
              return own.said();
            });
    assertThat(rows()).isEqualTo(before);
    service.hear(false, guest);
    assertThat(ahead).isEqualTo(service.written(conference));
  }

  @Test
  void what_only_acknowledges_is_not_told() {
    service.hear(false, Said.by("host", conference, Said.guest("ada", 2, "Ada")));
    var late = Said.by("host", conference, Said.guest("ada", 1, "Ada Byron"));
    assertThat(
            hypotheses.<List<Changeset>>test(
                conference,
                LIMITS,
                own -> {
                  own.take(late);
                  return own.said();
                }))
        .isEmpty();
  }

  @Test
  void what_cannot_be_taken_in_is_parked_as_it_would_be_and_the_rest_is_told() {
    service.poisonous.add("bob");
    var guests =
        Said.by("host", conference, Said.guest("ada", 1, "Ada"), Said.guest("bob", 1, "Bob"));
    var before = rows();
    var ahead =
        hypotheses.test(
            conference,
            LIMITS,
            own -> {
              own.take(guests);
              return own.said();
            });
    assertThat(ahead)
        .singleElement()
        .satisfies(c ->
            assertThat(c.states()).extracting(Changeset.AggregateState::id).containsExactly("ada"));
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void who_writes_for_long_is_not_waited_for() throws Exception {
    var locked = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    try (var writer = Executors.newSingleThreadExecutor()) {
      var writing =
          writer.submit(() ->
              service.changes.locked(
                  conference,
                  () -> {
                    locked.countDown();
                    return uninterrupted(done);
                  }));
      locked.await();
      assertThatThrownBy(() -> hypotheses.test(conference, LIMITS, _ -> "never"))
          .isInstanceOf(BusyException.class);
      assertThat(hypotheses.<String>test(UUID.randomUUID(), LIMITS, _ -> "another conference"))
          .isEqualTo("another conference");
      done.countDown();
      assertThat(writing.get()).isTrue();
    }
    assertThat(hypotheses.<String>test(conference, LIMITS, _ -> "now")).isEqualTo("now");
  }

  @Test
  void a_statement_that_takes_too_long_ends_it() {
    var hasty = new Limits(Duration.ofMillis(200), Duration.ofMillis(100), 10);
    assertThatThrownBy(() ->
            hypotheses.test(
                conference, hasty, _ -> service.jdbc.queryForList("select pg_sleep(5)")))
        .isInstanceOf(Hypothesis.TooLongException.class);
  }

  @Test
  void who_has_held_the_lock_for_long_enough_takes_nothing_in_any_more() {
    var hasty = new Limits(Duration.ofMillis(200), Duration.ofMillis(1), 10);
    var guest = Said.by("host", conference, Said.guest("ada", 1, "Ada"));
    assertThat(Hypothesis.isOver()).isFalse();
    assertThatThrownBy(() ->
            hypotheses.test(
                conference,
                hasty,
                own -> {
                  while (!Hypothesis.isOver()) {
                    Thread.onSpinWait();
                  }
                  own.take(guest);
                  return own.said();
                }))
        .isInstanceOf(Hypothesis.TooLongException.class);
  }

  @Test
  void a_change_that_fails_leaves_no_trace_in_what_comes_after_it_either() {
    var said =
        hypotheses.test(
            conference,
            LIMITS,
            own -> {
              assertThatThrownBy(() ->
                      service.changes.change(
                          conference,
                          ORIGIN,
                          scope -> {
                            lay(scope);
                            return service.jdbc.queryForList("select 1/0");
                          }))
                  .isInstanceOf(DataAccessException.class);
              assertThat(service.facts(conference)).isEmpty();
              service.changes.change(conference, ORIGIN, this::lay);
              return own.said();
            });
    assertThat(said).hasSize(1);
  }

  @Test
  void whose_connection_is_lost_when_its_time_is_over_has_taken_too_long() {
    var hasty = new Limits(Duration.ofMillis(200), Duration.ofMillis(50), 10);
    assertThatThrownBy(() ->
            hypotheses.test(
                conference,
                hasty,
                _ -> {
                  service.jdbc.execute("set local statement_timeout = 0");
                  service.jdbc.queryForList("select pg_sleep(0.1)");
                  return service.jdbc.queryForList("select pg_terminate_backend(pg_backend_pid())");
                }))
        .isInstanceOf(Hypothesis.TooLongException.class);
  }

  @Test
  void where_the_pool_gives_no_connection_others_are_at_work() {
    var none =
        new TransactionTemplate(
            new DataSourceTransactionManager(
                new AbstractDataSource() {
                  @Override
                  public Connection getConnection() throws SQLException {
                    throw new SQLTransientConnectionException("not available");
                  }

                  @Override
                  public Connection getConnection(String user, String password)
                      throws SQLException {
                    return getConnection();
                  }
                }));
    var starved = new Hypotheses(none, service.jdbc, service.parking, service.handler);
    assertThatThrownBy(() -> starved.test(conference, LIMITS, _ -> "never"))
        .isInstanceOf(BusyException.class);
  }

  @Test
  void more_than_a_process_can_hold_is_refused() {
    var few = new Limits(Duration.ofMillis(200), Duration.ofSeconds(5), 1);
    var guests =
        Said.by("host", conference, Said.guest("ada", 1, "Ada"), Said.guest("bob", 1, "Bob"));
    var before = rows();
    assertThatThrownBy(() ->
            hypotheses.test(
                conference,
                few,
                own -> {
                  own.take(guests);
                  return own.said();
                }))
        .isInstanceOf(Hypothesis.TooLargeException.class);
    assertThat(rows()).isEqualTo(before);
  }

  private static boolean uninterrupted(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, String> rows() {
    Map<String, String> rows = new TreeMap<>();
    service
        .jdbc
        .queryForList(
            "select table_name from information_schema.tables where table_schema = 'public'",
            String.class)
        .forEach(table ->
            rows.put(
                table,
                service.jdbc.queryForObject(
                    "select coalesce(md5(string_agg(t::text, '' order by t::text)), '') from \"%s\" t"
                        .formatted(table),
                    String.class)));
    return rows;
  }
}
