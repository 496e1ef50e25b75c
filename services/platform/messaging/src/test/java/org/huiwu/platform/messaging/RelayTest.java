package org.huiwu.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {
  private static final UUID CONFERENCE = UUID.randomUUID();

  private SmallService service;
  private Topics topics;

  @BeforeEach
  void a_service() throws Exception {
    service = SmallService.create();
    topics = new Topics(service);
  }

  @AfterEach
  void gone() {
    service.close();
  }

  private UUID change(UUID conference, String plate) {
    return service
        .changes
        .change(
            conference,
            Said.CLERK,
            scope -> {
              scope.changed("kitchen.plate", plate, 1, "plate-laid", new SmallService.Plate(plate));
              return plate;
            })
        .change()
        .orElseThrow();
  }

  private Callable<Void> relay() {
    return () -> {
      try (var producer = service.kafka().producer()) {
        service.relay(producer).run();
      }
      return null;
    };
  }

  private static List<UUID> ids(List<Changeset> changesets) {
    return changesets.stream().map(Changeset::id).toList();
  }

  @Test
  void nothing_is_missed_and_commit_order_is_kept_with_eight_writers_delays_and_rollbacks()
      throws Exception {
    var conferences = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    try (var _ = new Running(relay());
        var writers = Executors.newFixedThreadPool(8)) {
      List<Future<?>> work = new ArrayList<>();
      for (int w = 0; w < 8; w++) {
        var random = new Random(w);
        work.add(writers.submit(() -> write(conferences, random)));
      }
      for (var done : work) {
        done.get();
      }
      var committed = service.jdbc.queryForList("select id from outbox").size();
      assertThat(committed).isGreaterThan(150);
      var published = topics.published(read -> read.size() >= committed);
      for (var conference : conferences) {
        assertThat(published)
            .filteredOn(c -> c.conference().equals(conference))
            .extracting(Changeset::id)
            .containsExactlyElementsOf(ids(service.written(conference)));
      }
    }
  }

  private void write(List<UUID> conferences, Random random) {
    for (int i = 0; i < 40; i++) {
      var conference = conferences.get(random.nextInt(conferences.size()));
      var fails = random.nextInt(5) == 0;
      try {
        service.changes.change(
            conference,
            Said.CLERK,
            scope -> {
              scope.changed("kitchen.plate", "p", 1, "plate-laid", new SmallService.Plate("p"));
              return scope;
            },
            (_, _) -> {
              // the row has its number; its transaction ends later than others with higher ones
              LockSupport.parkNanos(random.nextInt(6_000_000));
              if (fails) {
                throw new RolledBackException();
              }
            });
      } catch (RolledBackException e) {
        assertThat(fails).isTrue();
      }
    }
  }

  private static final class RolledBackException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void a_row_whose_lower_number_commits_later_is_not_passed_over() throws Exception {
    var slow = UUID.randomUUID();
    var quick = UUID.randomUUID();
    var numbered = new CountDownLatch(1);
    var mayCommit = new CountDownLatch(1);
    try (var _ = new Running(relay());
        var _ =
            new Running(() ->
                service.changes.change(
                    slow,
                    Said.CLERK,
                    scope -> {
                      scope.changed("kitchen.plate", "s", 1, "plate-laid", "slow");
                      return scope;
                    },
                    (_, _) -> {
                      numbered.countDown();
                      awaitLatch(mayCommit);
                    }))) {
      numbered.await();
      change(quick, "q");
      topics.published(read -> read.stream().anyMatch(c -> c.conference().equals(quick)));
      // the cursor is past the quick one before the slow one commits
      await()
          .until(() ->
              service.jdbc.queryForObject(
                  "select pg_visible_in_snapshot(o.tx, c.snapshot) from outbox o, relay_cursor c where o.conference = ?",
                  Boolean.class,
                  quick));
      mayCommit.countDown();
      var published = topics.published(read -> read.size() >= 2);
      assertThat(published).extracting(Changeset::conference).contains(slow);
      assertThat(
              service.jdbc.queryForObject(
                  "select (select seq from outbox where conference = ?) < (select seq from outbox where conference = ?)",
                  Boolean.class,
                  slow,
                  quick))
          .isTrue();
    }
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_relay_killed_between_send_and_save_sends_again() throws Exception {
    service.jdbc.execute(
        "create function die() returns trigger language plpgsql as 'begin raise exception ''killed''; end'");
    service.jdbc.execute(
        "create trigger killed before update on relay_cursor for each row execute function die()");
    var id = change(CONFERENCE, "soup");
    try (var dying = new Running(relay())) {
      assertThat(dying.end()).get().asString().contains("killed");
    }
    assertThat(ids(topics.published(read -> !read.isEmpty()))).containsExactly(id);
    service.jdbc.execute("drop trigger killed on relay_cursor");

    try (var _ = new Running(relay())) {
      assertThat(ids(topics.published(read -> read.size() >= 2))).containsExactly(id, id);
    }
  }

  @Test
  void subscribers_are_sent_only_what_they_have_to_act_upon() throws Exception {
    service.changes.change(
        CONFERENCE,
        Said.CLERK,
        scope -> {
          scope.changed("kitchen.note", "n", 1, "note-taken", "nobody subscribes to notes");
          return scope;
        });
    var soup = change(CONFERENCE, "soup");
    try (var _ = new Running(relay())) {
      assertThat(topics.published(read -> read.size() >= 2)).hasSize(2);
      assertThat(ids(topics.toActUpon(read -> !read.isEmpty()))).containsExactly(soup);
    }
  }

  @Test
  void a_start_sends_the_ten_minutes_before_the_last_that_was_sent_again_but_nothing_older()
      throws Exception {
    var old = change(CONFERENCE, "old");
    var recent = change(CONFERENCE, "recent");
    var last = change(CONFERENCE, "last");
    recordedAgo(old, "12 hours 11 minutes");
    recordedAgo(recent, "12 hours 9 minutes");
    recordedAgo(last, "12 hours");
    service.jdbc.update("update relay_cursor set snapshot = pg_current_snapshot()");
    var fresh = change(CONFERENCE, "fresh");

    try (var _ = new Running(relay())) {
      assertThat(ids(topics.published(read -> ids(read).contains(fresh))))
          .containsExactly(recent, last, fresh);
    }
  }

  @Test
  void what_was_sent_while_nobody_looked_whether_the_broker_holds_it_is_sent_again_too()
      throws Exception {
    var old = change(CONFERENCE, "old");
    var before = change(CONFERENCE, "before");
    var since = change(CONFERENCE, "since");
    recordedAgo(old, "41 minutes");
    recordedAgo(before, "39 minutes");
    recordedAgo(since, "1 minute");
    service.jdbc.update("update relay_cursor set snapshot = pg_current_snapshot()");

    Callable<Void> relay =
        () -> {
          try (var producer = service.kafka().producer()) {
            new Relay(
                    service.dataSource,
                    producer,
                    service.properties,
                    service.bell,
                    Duration.ofMinutes(30))
                .run();
          }
          return null;
        };
    try (var _ = new Running(relay)) {
      assertThat(ids(topics.published(read -> ids(read).contains(since))))
          .containsExactly(before, since);
    }
  }

  private void recordedAgo(UUID id, String interval) {
    service.jdbc.update(
        "update outbox set recorded_at = now() - ?::interval where id = ?", interval, id);
  }

  @Test
  void a_cursor_ahead_of_the_database_stops_the_relay_and_says_recover() throws Exception {
    service.jdbc.update(
        "update relay_cursor set snapshot = (txid_current() + 1000000 || ':' || txid_current() + 1000000 || ':')::pg_snapshot");
    var id = change(CONFERENCE, "soup");
    try (var stopped = new Running(relay())) {
      assertThat(stopped.end())
          .get()
          .isInstanceOf(Relay.CursorAheadException.class)
          .asString()
          .contains("recover");
    }
    var messenger = service.messenger();
    messenger.start();
    try {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> messenger.condition().activity() == Messenger.Activity.STOPPED);
      assertThat(messenger.condition().reason()).contains("recover");
    } finally {
      messenger.stop();
    }
    service.jdbc.update("update relay_cursor set snapshot = '3:3:'");
    try (var _ = new Running(relay())) {
      assertThat(ids(topics.published(read -> !read.isEmpty()))).containsExactly(id);
    }
  }

  @Test
  void a_database_of_another_cluster_stops_the_relay() throws Exception {
    service.jdbc.update("update messaging_identity set system_identifier = 'another'");
    try (var stopped = new Running(relay())) {
      assertThat(stopped.end()).get().isInstanceOf(Relay.CursorAheadException.class);
    }
  }

  @Test
  void a_connection_of_the_relay_goes_back_to_the_pool_with_durable_commits() throws Exception {
    var name = service.jdbc.queryForObject("select current_database()", String.class);
    service.jdbc.execute("alter database " + name + " set synchronous_commit = on");
    service.dataSource.setMaximumPoolSize(1);
    service.dataSource.getHikariPoolMXBean().softEvictConnections();
    change(CONFERENCE, "soup");
    try (var _ = new Running(relay())) {
      topics.published(read -> !read.isEmpty());
    }
    assertThat(
            service.jdbc.queryForObject(
                "select current_setting('synchronous_commit')", String.class))
        .isEqualTo("on");
  }
}
