package org.huiwu.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.huiwu.platform.messaging.Messenger.Activity;
import org.huiwu.platform.testsupport.TestServers;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

class MessengerTest {
  private final UUID conference = UUID.randomUUID();

  private static void awaitActivity(Messenger messenger, Activity wanted) {
    await().atMost(Duration.ofSeconds(20)).until(() -> messenger.condition().activity() == wanted);
  }

  @Test
  void only_the_holder_of_the_lease_is_active_and_another_takes_over_when_it_ends()
      throws Exception {
    var servers = TestServers.acquire();
    var database = servers.newDatabase("lease");
    var prefix = servers.newTopicPrefix();
    try (var one = SmallService.on(database, prefix);
        var two = SmallService.on(database, prefix)) {
      var first = one.messenger();
      var second = two.messenger();
      first.start();
      try {
        awaitActivity(first, Activity.ACTIVE);
        second.start();
        awaitActivity(second, Activity.WAITING);
        assertThat(second.awaitActive(0)).isTrue();
        var topics = new Topics(one);
        topics.say(Said.by("host", conference, Said.guest("ada", 1, "Ada")));
        topics.published(read -> !read.isEmpty());
        assertThat(second.condition().activity()).isEqualTo(Activity.WAITING);

        first.stop();
        assertThat(first.condition().activity()).isEqualTo(Activity.STOPPED);
        awaitActivity(second, Activity.ACTIVE);
        topics.say(Said.by("host", conference, Said.guest("bob", 1, "Bob")));
        await()
            .atMost(Duration.ofSeconds(20))
            .untilAsserted(() ->
                assertThat(two.facts(conference)).containsExactly("ada=Ada x1", "bob=Bob x1"));
        assertThat(two.receipts(conference)).hasSize(2);
      } finally {
        first.stop();
        second.stop();
      }
    }
  }

  @Test
  void a_commit_in_an_instance_that_waits_rings_the_active_one() throws Exception {
    var servers = TestServers.acquire();
    var database = servers.newDatabase("ring");
    var prefix = servers.newTopicPrefix();
    try (var one = SmallService.on(database, prefix);
        var two = SmallService.on(database, prefix);
        var listening = two.dataSource.getConnection()) {
      var first = one.messenger();
      var second = two.messenger();
      first.start();
      try {
        awaitActivity(first, Activity.ACTIVE);
        second.start();
        awaitActivity(second, Activity.WAITING);
        try (var listen = listening.createStatement()) {
          listen.execute("listen huiwu_relay");
        }
        two.bell.wake();
        assertThat(listening.unwrap(PGConnection.class).getNotifications(5_000)).isNotEmpty();
      } finally {
        first.stop();
        second.stop();
      }
    }
  }

  @Test
  void what_one_instance_tells_the_others_hear_and_it_does_not_hear_itself() throws Exception {
    var servers = TestServers.acquire();
    var database = servers.newDatabase("tell");
    var prefix = servers.newTopicPrefix();
    try (var one = SmallService.on(database, prefix);
        var two = SmallService.on(database, prefix)) {
      List<UUID> heardByOne = new CopyOnWriteArrayList<>();
      List<UUID> heardByTwo = new CopyOnWriteArrayList<>();
      one.neighbours.listen(heardByOne::add);
      two.neighbours.listen(heardByTwo::add);
      var first = one.messenger();
      var second = two.messenger();
      first.start();
      try {
        awaitActivity(first, Activity.ACTIVE);
        second.start();
        awaitActivity(second, Activity.WAITING);
        // the active one has to hear that the other is there first
        await()
            .atMost(Duration.ofSeconds(5))
            .until(() -> {
              one.neighbours.tell(conference);
              return heardByTwo.contains(conference);
            });
        assertThat(heardByOne).isEmpty();
        var other = UUID.randomUUID();
        two.neighbours.tell(other);
        await().atMost(Duration.ofSeconds(5)).until(() -> heardByOne.contains(other));
        assertThat(heardByTwo).doesNotContain(other);
      } finally {
        first.stop();
        second.stop();
      }
    }
  }

  @Test
  void an_instance_that_is_alone_tells_nobody() throws Exception {
    try (var service = SmallService.create();
        var listening = service.dataSource.getConnection();
        var listen = listening.createStatement()) {
      listen.execute("listen " + Neighbours.TOLD);
      var messenger = service.messenger();
      messenger.start();
      try {
        awaitActivity(messenger, Activity.ACTIVE);
        service.neighbours.tell(conference);
        assertThat(listening.unwrap(PGConnection.class).getNotifications(500)).isNullOrEmpty();
        // as when another one is heard
        service.neighbours.seen();
        service.neighbours.tell(conference);
        assertThat(listening.unwrap(PGConnection.class).getNotifications(5_000)).hasSize(1);
      } finally {
        messenger.stop();
      }
    }
  }

  @Test
  void a_restored_database_publishes_nothing_until_it_has_recovered() throws Exception {
    try (var service = SmallService.create()) {
      try (var database = service.dataSource.getConnection()) {
        Reincarnation.markRestored(database);
      }
      var messenger = service.messenger();
      messenger.start();
      try {
        awaitActivity(messenger, Activity.STOPPED);
        assertThat(messenger.condition().reason()).contains("./huiwu recover");
      } finally {
        messenger.stop();
      }
    }
  }

  @Test
  void when_a_part_fails_all_of_it_starts_again() throws Exception {
    try (var service = SmallService.create()) {
      var messenger = service.messenger();
      messenger.start();
      try {
        awaitActivity(messenger, Activity.ACTIVE);
        var topics = new Topics(service);
        topics.say(Said.by("host", conference, Said.guest("ada", 1, "Ada")));
        topics.published(read -> !read.isEmpty());
        // every connection of it is cut, as when the database starts again
        service.jdbc.queryForList(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        topics.say(Said.by("host", conference, Said.guest("bob", 1, "Bob")));
        await()
            .atMost(Duration.ofSeconds(30))
            .ignoreExceptions()
            .untilAsserted(() ->
                assertThat(service.facts(conference)).containsExactly("ada=Ada x1", "bob=Bob x1"));
        awaitActivity(messenger, Activity.ACTIVE);
      } finally {
        messenger.stop();
      }
    }
  }
}
