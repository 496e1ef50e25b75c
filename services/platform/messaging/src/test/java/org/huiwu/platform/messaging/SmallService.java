package org.huiwu.platform.messaging;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.flywaydb.core.Flyway;
import org.huiwu.platform.testsupport.TestDatabase;
import org.huiwu.platform.testsupport.TestServers;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The kitchen: a made-up service that hears of guests (owner: host) and of rooms (owner: house),
/// notes them in a table and publishes a plate for each guest. Built by hand, on a database of its
/// own.
final class SmallService implements AutoCloseable {
  static final String GUEST = "host.guest";
  static final String ROOM = "house.room";
  static final Subscriptions SUBSCRIPTIONS =
      new Subscriptions(Map.of("kitchen", Set.of(GUEST, ROOM), "host", Set.of("kitchen.plate")));

  record Fact(String name) {}

  record Plate(String guest) {}

  final HikariDataSource dataSource;
  final JdbcTemplate jdbc;
  final TransactionTemplate transactions;
  final MessagingProperties properties;
  final WakeUp bell = new WakeUp();
  final Neighbours neighbours;
  final Outbox outbox;
  final ChangeLog changes;
  final Parking parking;
  final SubscriberHandler handler;
  final ParkedAgain again;
  final List<String> poisonous = new ArrayList<>();
  boolean completionFails;
  boolean seeding;

  /// A kitchen with topics and a database of its own.
  static SmallService create() {
    var servers = TestServers.acquire();
    return on(servers.newDatabase("kitchen"), servers.newTopicPrefix());
  }

  static SmallService on(TestDatabase database, String topicPrefix) {
    return on(
        database,
        new MessagingProperties(
            "kitchen",
            TestServers.acquire().bootstrap(),
            topicPrefix,
            2,
            (short) 1,
            Map.of(),
            10,
            50));
  }

  static SmallService on(TestDatabase database, MessagingProperties properties) {
    return new SmallService(database, properties);
  }

  private SmallService(TestDatabase database, MessagingProperties properties) {
    this.properties = properties;
    dataSource = new HikariDataSource();
    dataSource.setJdbcUrl(database.jdbcUrl());
    dataSource.setUsername(database.username());
    dataSource.setPassword(database.password());
    dataSource.setMaximumPoolSize(12);
    dataSource.setMinimumIdle(1);
    Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:db/platform/messaging")
        .load()
        .migrate();
    jdbc = new JdbcTemplate(dataSource);
    transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    neighbours = new Neighbours(dataSource);
    outbox = new Outbox(jdbc, WireJson.mapper(), SUBSCRIPTIONS, "kitchen");
    List<ScopeCompletion> completions = List.of(this::complete);
    changes = new ChangeLog(transactions, jdbc, outbox, completions, bell);
    parking = new Parking(jdbc, WireJson.mapper());
    handler =
        new SubscriberHandler(
            jdbc,
            outbox,
            parking,
            List.of(listener(GUEST), listener(ROOM)),
            completions,
            bell,
            SUBSCRIPTIONS,
            "kitchen");
    again =
        new ParkedAgain(
            transactions,
            jdbc,
            WireJson.mapper(),
            outbox,
            parking,
            handler,
            completions,
            bell,
            "kitchen");
    outbox.rollPartitions();
    jdbc.execute(
        """
        create table if not exists fact (conference uuid, aggregate text, id text, name text, heard int,
          primary key (conference, aggregate, id))\
        """);
  }

  private void complete(ChangeScope scope) {
    if (completionFails) {
      throw new IllegalStateException("no lines today");
    }
  }

  private StateListener<Fact> listener(String aggregate) {
    return new StateListener<>() {
      @Override
      public String aggregate() {
        return aggregate;
      }

      @Override
      public Class<Fact> type() {
        return Fact.class;
      }

      @Override
      public void on(List<UpstreamState<Fact>> states, ChangeScope scope) {
        for (var s : states) {
          note(scope.conference(), aggregate, s);
          if (aggregate.equals(GUEST)) {
            var plate = new Plate(s.id());
            if (seeding) {
              scope.seeded("kitchen.plate", s.id(), s.version(), "plate-laid", plate);
            } else {
              scope.changed("kitchen.plate", s.id(), s.version(), "plate-laid", plate);
            }
          }
          if (poisonous.contains(s.id())) {
            throw new IllegalArgumentException("cannot digest " + s.id());
          }
        }
      }
    };
  }

  private void note(UUID conference, String aggregate, StateListener.UpstreamState<Fact> s) {
    jdbc.update(
        """
        insert into fact values (?, ?, ?, ?, 1)
        on conflict (conference, aggregate, id) do update set name = excluded.name, heard = fact.heard + 1\
        """,
        conference,
        aggregate,
        s.id(),
        s.state().name());
  }

  /// As the consumer does: one transaction under the conference's lock.
  void hear(boolean carefully, Changeset... changesets) {
    var conference = changesets[0].conference();
    transactions.executeWithoutResult(_ -> {
      ChangeLog.lock(jdbc, conference);
      handler.on(conference, List.of(changesets), carefully);
    });
  }

  /// What has been heard, as `id=name xN` in order.
  List<String> facts(UUID conference) {
    return jdbc.queryForList(
        "select id || '=' || name || ' x' || heard from fact where conference = ? order by id",
        String.class,
        conference);
  }

  /// The aggregates of which a version is noted.
  List<String> noted(UUID conference) {
    return jdbc.queryForList(
        "select id from upstream_version where conference = ? order by id",
        String.class,
        conference);
  }

  List<Changeset> written(UUID conference) {
    return jdbc
        .queryForList(
            "select payload from outbox where conference = ? order by seq",
            String.class,
            conference)
        .stream()
        .map(p -> WireJson.mapper().readValue(p, Changeset.class))
        .toList();
  }

  List<Changeset.Receipt> receipts(UUID conference) {
    return written(conference).stream().flatMap(c -> c.receipts().stream()).toList();
  }

  Relay relay(Producer<String, byte[]> producer) {
    return new Relay(dataSource, producer, properties, bell, Duration.ZERO);
  }

  KafkaClients kafka() {
    return new KafkaClients(properties);
  }

  void createTopics() throws ExecutionException, InterruptedException {
    try (var admin = kafka().admin()) {
      kafka().createTopics(admin, SUBSCRIPTIONS);
    }
  }

  Messenger messenger() {
    return new Messenger(
        dataSource,
        properties,
        SUBSCRIPTIONS,
        outbox,
        bell,
        neighbours,
        Optional.of(kafka ->
            new ChangesetConsumer(
                kafka, handler, transactions, jdbc, new Offsets(jdbc), properties)));
  }

  @Override
  public void close() {
    dataSource.close();
  }
}
