package org.huiwu.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.huiwu.platform.testsupport.TestServers;
import org.huiwu.platform.testsupport.ledger.Books;
import org.huiwu.platform.testsupport.ledger.Ledger;
import org.huiwu.platform.testsupport.ledger.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The gate that real crashes have to pass (docs/how-to-prove.md) is no gate if a broken relay
/// passes it: eight writers with delays and rollbacks, some of whom write before they ask for the
/// conference's lock.
class GateTest {
  private static final Logger log = LoggerFactory.getLogger(GateTest.class);
  private static final int WRITERS = 8;
  private static final int EACH = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private SmallService service;
  private Books books;
  private final List<UUID> conferences =
      List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

  @BeforeEach
  void a_service() throws Exception {
    var database = TestServers.acquire().newDatabase("kitchen");
    service = SmallService.on(database, TestServers.acquire().newTopicPrefix());
    books = new Books("kitchen", database.jdbcUrl(), database.username(), database.password());
    service.createTopics();
  }

  @AfterEach
  void gone() {
    service.close();
  }

  @Test
  void the_relay_passes_it() throws Exception {
    try (var producer = service.kafka().producer();
        var _ =
            new Running(() -> {
              service.relay(producer).run();
              return null;
            })) {
      write();
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(audit().lost()).isEmpty());
    }
    assertThat(audit()).satisfies(v -> assertThat(v.clean()).as(v.toString()).isTrue());
  }

  @Test
  void a_relay_that_asks_for_higher_numbers_loses() throws Exception {
    var verdict = after(new BrokenRelay.BySequence(service));
    assertThat(verdict.lost()).isNotEmpty();
    assertThat(verdict.invented()).isEmpty();
  }

  @Test
  void a_relay_that_goes_by_transactions_inverts() throws Exception {
    var verdict = after(new BrokenRelay.ByTransaction(service));
    assertThat(verdict.inverted()).isNotEmpty();
    assertThat(verdict.lost()).isEmpty();
  }

  private Verdict after(BrokenRelay relay) throws Exception {
    try (var _ = new Running(relay)) {
      write();
      await().atMost(PATIENCE).until(relay::content);
    }
    var verdict = audit();
    log.info(
        "{}: {} of {}",
        relay.getClass().getSimpleName(),
        verdict.figures(),
        service.jdbc.queryForObject("select count(*) from outbox", Integer.class));
    return verdict;
  }

  private Verdict audit() throws SQLException {
    return Ledger.audit(
        service.properties.bootstrap(), service.properties.topicPrefix(), List.of(books));
  }

  private void write() throws Exception {
    try (var writers = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<?>> work = new ArrayList<>();
      for (int w = 0; w < WRITERS; w++) {
        var random = new Random(w);
        work.add(
            writers.submit(() -> {
              for (int i = 0; i < EACH; i++) {
                write(random);
              }
            }));
      }
      for (var done : work) {
        done.get();
      }
    }
    assertThat(service.jdbc.queryForObject("select count(*) from outbox", Integer.class))
        .isGreaterThan(WRITERS * EACH / 2);
  }

  private void write(Random random) {
    var conference = conferences.get(random.nextInt(conferences.size()));
    var fails = random.nextInt(5) == 0;
    var early = random.nextInt(3) == 0;
    try {
      service.transactions.executeWithoutResult(_ -> {
        if (early) {
          service.jdbc.update(
              "insert into fact values (?, 'early', ?, '', 1)", conference, UUID.randomUUID());
          LockSupport.parkNanos(random.nextInt(6_000_000));
        }
        change(conference, random, fails);
      });
    } catch (RolledBackException e) {
      assertThat(fails).isTrue();
    }
  }

  private void change(UUID conference, Random random, boolean fails) {
    service.changes.change(
        conference,
        Said.CLERK,
        scope -> {
          scope.changed("kitchen.plate", "p", 1, "plate-laid", new SmallService.Plate("p"));
          return scope;
        },
        (_, _) -> {
          // numbered, and not yet committed
          LockSupport.parkNanos(random.nextInt(6_000_000));
          if (fails) {
            throw new RolledBackException();
          }
        });
  }

  private static final class RolledBackException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
