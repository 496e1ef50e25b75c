package org.huiwu.drills.crashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.huiwu.drills.SeparateProcesses;
import org.huiwu.drills.SeparateProcesses.Cast;
import org.huiwu.drills.Witness;
import org.huiwu.platform.testsupport.ledger.Topic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` at named points. Each is brought about from outside: by a lock in PostgreSQL for which
/// the service then waits, or by the broker's death.
@Tag("proof")
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class NamedPointsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int LONG = 30;
  private static final int UNAVAILABLE = 503;

  private static final String READING =
      "select count(*) from roster where conference = ? and status = 'reading'";
  private static final String NAMESAKE =
      """
      insert into participant (conference, person, delegation, name, name_key, gender, rank, title,
        phone, attending, declared_diet, requested_route, route_as_host, version)
      select conference, 'namesake', delegation, ?, ?, gender, rank, title, phone, attending,
        declared_diet, requested_route, route_as_host, 1
      from participant where conference = ?\
      """;
  private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马";
  private static final String GIVEN = "明华建国志伟芳丽军平";

  @TempDir static Path scratch;
  private ServersApart servers;
  private SeparateProcesses platform;

  @BeforeAll
  void start() throws Exception {
    servers = ServersApart.start(scratch.resolve("servers"));
    platform = SeparateProcesses.start(scratch, servers, Cast.of(1));
  }

  @AfterAll
  void stop() {
    if (platform != null) {
      platform.close();
    }
  }

  @AfterEach
  void nothing_is_lost_doubled_or_inverted() {
    Audit.passes(platform, servers);
  }

  @Test
  void before_commit_nothing_of_a_command_exists_and_it_is_repeated_under_its_key()
      throws Exception {
    var witness = Witness.arrived(platform, "before-commit");
    var conference = witness.conference();
    var key = Deeds.newKey();
    CompletableFuture<HttpResponse<String>> answer;
    // the answer kept under the key is the last thing that the transaction writes
    try (var hold =
        Hold.on(
            platform.open("venue"),
            "insert into answered_command (conference, idempotency_key, fingerprint, status, body) values (?, ?, '', 0, '')",
            conference,
            key)) {
      answer =
          CompletableFuture.supplyAsync(() -> witness.sendOnce(Deeds.session(witness, "S1", key)));
      hold.awaitWaiter();
      platform.instance("venue-1").kill();
      hold.endWaiters();
    }
    var refused = answer.get(LONG, TimeUnit.SECONDS);
    assertThat(refused.statusCode()).isEqualTo(UNAVAILABLE);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(sessions(conference)).isZero();
    assertThat(
            count(
                "venue", "select count(*) from answered_command where conference = ?", conference))
        .isZero();
    assertThat(roots("venue", conference)).isZero();

    platform.restart("venue-1");
    var change = witness.changedBy(Deeds.session(witness, "S1", key));
    assertThat(state(witness, change)).isEqualTo("settled");
    assertThat(witness.changedBy(Deeds.session(witness, "S1", key))).isEqualTo(change);
    assertThat(sessions(conference)).isEqualTo(1);
    assertThat(roots("venue", conference)).isEqualTo(1);
  }

  @Test
  void after_commit_and_before_it_is_published_a_change_is_published_by_the_next_start()
      throws Exception {
    var witness = Witness.arrived(platform, "unpublished");
    servers.killBroker();
    var change = witness.changedBy(Deeds.session(witness, "S1", Deeds.newKey()));
    platform.instance("venue-1").kill();
    servers.startBroker();
    assertThat(published("huiwu.ripples", change)).isZero();
    assertThat(roots("venue", witness.conference())).isEqualTo(1);

    platform.start("venue-1");
    platform.instance("venue-1").awaitReady();
    assertThat(state(witness, change)).isEqualTo("settled");
    assertThat(published("huiwu.ripples", change)).isEqualTo(1);
  }

  @Test
  void
      after_it_is_published_and_before_the_cursor_is_saved_it_is_published_twice_and_taken_in_once()
          throws Exception {
    var witness = Witness.arrived(platform, "unsaved");
    String change;
    try (var hold =
        Hold.on(platform.open("registration"), "select 1 from relay_cursor for update")) {
      change = witness.changedBy(Deeds.participant(witness, "韦一"));
      hold.awaitWaiter();
      platform.instance("registration-1").kill();
      hold.endWaiters();
    }
    assertThat(published("huiwu.registration.changes", change)).isEqualTo(1);
    assertThat(
            count(
                "registration",
                "select count(*) from outbox o, relay_cursor c where o.id = ? and pg_visible_in_snapshot(o.tx, c.snapshot)",
                UUID.fromString(change)))
        .as("the cursor is behind it")
        .isZero();

    platform.restart("registration-1");
    await().atMost(PATIENCE).until(() -> published("huiwu.registration.changes", change) > 1);
    Audit.passes(platform, servers);
    assertThat(
            count(
                "excursion",
                "select count(*) from inbox where changeset = ?",
                UUID.fromString(change)))
        .isEqualTo(1);
  }

  @Test
  void after_the_projection_and_before_the_offset_nothing_is_half_done() throws Exception {
    var witness = Witness.arrived(platform, "half-done");
    String change;
    try (var hold =
        Hold.on(
            platform.open("excursion"),
            "select 1 from consumer_offset where topic = 'huiwu.registration.changes' for update")) {
      change = witness.changedBy(Deeds.participant(witness, "韦二"));
      hold.awaitWaiter();
      platform.instance("excursion-1").kill();
      hold.endWaiters();
    }
    for (var left :
        List.of(
            "select count(*) from inbox where changeset = ?",
            "select count(*) from outbox where payload::jsonb ->> 'cause' = (?::uuid)::text")) {
      assertThat(count("excursion", left, UUID.fromString(change))).as(left).isZero();
    }
    assertThat(
            count(
                "excursion",
                "select count(*) from upstream_version where conference = ? and aggregate = 'registration.participant'",
                witness.conference()))
        .isZero();

    platform.restart("excursion-1");
    assertThat(state(witness, change)).isEqualTo("settled");
  }

  @Test
  void in_the_middle_of_an_import_it_goes_on_and_nobody_is_in_twice() throws Exception {
    var people = 1_300;
    var witness = Witness.arrived(platform, "import");
    var conference = witness.conference();
    var rows =
        IntStream.range(0, people)
            .mapToObj(n -> name(n) + ",女,县处级\n")
            .reduce("姓名,性别,职级\n", String::concat);
    var key = Deeds.newKey();
    var upload = witness.upload("/rosters?name=GX.csv", key, rows.getBytes(StandardCharsets.UTF_8));
    // somebody of the second part is being registered by a transaction that does not end
    witness.changedBy(Deeds.participant(witness, "韦六"));
    try (var hold =
        Hold.on(platform.open("registration"), NAMESAKE, name(700), name(700), conference)) {
      var answer = CompletableFuture.supplyAsync(() -> witness.sendOnce(upload));
      hold.awaitWaiter();
      platform.instance("registration-1").kill();
      answer.get(LONG, TimeUnit.SECONDS);
      hold.endWaiters();
    }
    var in = registered(conference);
    assertThat(in).as("people in when it was killed").isEqualTo(501);

    platform.restart("registration-1");
    var roster =
        witness.send(
            witness.upload("/rosters?name=GX.csv", key, rows.getBytes(StandardCharsets.UTF_8)));
    assertThat(roster.statusCode()).isLessThan(300);
    await().atMost(PATIENCE).until(() -> count("registration", READING, conference) == 0);
    assertThat(registered(conference)).isEqualTo(people + 1);
    assertThat(
            count(
                "registration",
                "select count(distinct name) from participant where conference = ?",
                conference))
        .isEqualTo(people + 1);
    assertThat(
            count("registration", "select count(*) from roster where conference = ?", conference))
        .isEqualTo(1);
  }

  @Test
  void in_the_middle_of_a_migration_the_next_start_migrates() throws Exception {
    var database = "migrated_later";
    servers.postgres().createDatabaseIfAbsent(database);
    var url = servers.postgres().jdbcUrl(database);
    var fresh = Map.of("HUIWU_DATABASE_URL", url, "HUIWU_MESSAGING_TOPICPREFIX", "apart.");
    platform.instance("venue-1").kill();
    try {
      // a table of this name is being made already, by somebody who does not come to an end
      try (var hold =
          Hold.on(
              DriverManager.getConnection(
                  url, servers.postgres().username(), servers.postgres().password()),
              "create table session (nobody int)")) {
        platform.start("venue-1", fresh);
        hold.awaitWaiter();
        platform.instance("venue-1").kill();
        hold.endWaiters();
      }
      platform.start("venue-1", fresh);
      platform.instance("venue-1").awaitReady();
      try (var connection =
              DriverManager.getConnection(
                  url, servers.postgres().username(), servers.postgres().password());
          var statement = connection.createStatement();
          var row =
              statement.executeQuery(
                  """
                  select count(*) filter (where not success), count(*),
                    (select count(*) from information_schema.columns
                      where table_name = 'session' and column_name = 'hall')
                  from flyway_schema_history\
                  """)) {
        row.next();
        assertThat(row.getInt(1)).as("failed migrations").isZero();
        assertThat(row.getInt(2)).isGreaterThan(3);
        assertThat(row.getInt(3)).isEqualTo(1);
      }
    } finally {
      platform.restart("venue-1");
    }
  }

  private static String name(int n) {
    return "" + SURNAMES.charAt(n / 100) + GIVEN.charAt(n / 10 % 10) + GIVEN.charAt(n % 10);
  }

  private String state(Witness witness, String change) {
    for (int waits = 0; waits < 3; waits++) {
      var state = witness.change(change, LONG).path("state").asString("");
      if (state.startsWith("settled")) {
        return state;
      }
    }
    return witness.change(change, 0).toString();
  }

  private long sessions(UUID conference) throws SQLException {
    return count("venue", "select count(*) from session where conference = ?", conference);
  }

  /// Changes that began at this service.
  private long roots(String service, UUID conference) throws SQLException {
    return count(
        service,
        "select count(*) from outbox where conference = ? and payload::jsonb ->> 'cause' is null",
        conference);
  }

  private long registered(UUID conference) throws SQLException {
    return count(
        "registration", "select count(*) from participant where conference = ?", conference);
  }

  private long count(String service, String sql, Object... arguments) throws SQLException {
    return Deeds.count(platform, service, sql, arguments);
  }

  private long published(String topic, String change) {
    return Topic.read(servers.bootstrap(), topic).stream()
        .filter(p -> p.id().toString().equals(change))
        .count();
  }
}
