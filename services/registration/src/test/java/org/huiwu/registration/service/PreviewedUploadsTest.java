package org.huiwu.registration.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.huiwu.platform.messaging.Hypotheses;
import org.huiwu.platform.messaging.Hypotheses.Limits;
import org.huiwu.platform.messaging.Hypothesis;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.registration.roster.RosterContents;
import org.huiwu.registration.roster.Upload;
import org.huiwu.registration.roster.importing.RosterImports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// What would come of a roster, where the other services say that nothing more would, or that they
/// are busy.
class PreviewedUploadsTest extends RealServers {
  private static final byte[] NOTHING =
      """
      {"emitted": [], "exceptions": [], "manifests": [], "underWay": {"open": 0, "parked": 0}}\
      """
          .getBytes(StandardCharsets.UTF_8);
  private static final AtomicInteger BUSY = new AtomicInteger();
  private static final AtomicInteger ASKED = new AtomicInteger();
  private static final HttpServer OTHERS = others();

  @Autowired private JdbcTemplate jdbc;
  @Autowired private Hypotheses hypotheses;
  @Autowired private RosterImports imports;
  @Autowired private RosterContents contents;
  @Autowired private org.huiwu.registration.roster.Rosters rosters;

  private static HttpServer others() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            exchange.getRequestBody().readAllBytes();
            ASKED.incrementAndGet();
            var busy = BUSY.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
            exchange.sendResponseHeaders(busy ? 409 : 200, NOTHING.length);
            exchange.getResponseBody().write(NOTHING);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @DynamicPropertySource
  static void services(DynamicPropertyRegistry registry) {
    for (var service :
        new String[] {
          "accommodation", "catering", "transport-dispatch", "excursion", "venue", "notification"
        }) {
      registry.add(
          "huiwu.preview.services." + service,
          () -> "http://127.0.0.1:" + OTHERS.getAddress().getPort());
    }
  }

  @AfterAll
  static void stop() {
    OTHERS.stop(0);
  }

  @Test
  void an_upload_whose_preview_has_to_try_again_is_read_again_from_its_beginning() {
    var desk = at(newConference("GD"));
    BUSY.set(1);
    ASKED.set(0);

    var preview = desk.previewOfUpload("rosters/GD.csv", Rosters.file(Rosters.people(3)));

    assertThat(preview.status()).as(preview.toString()).isEqualTo(200);
    assertThat(BUSY).hasValue(0);
    assertThat(ASKED).hasValueGreaterThan(2);
    assertThat(preview.body().at("/answer/status").asInt()).isEqualTo(202);
    assertThat(preview.body().at("/answer/body/status").asString()).isEqualTo("done");
    assertThat(preview.body().at("/answer/body/people").asInt()).isEqualTo(3);
    assertThat(desk.get("/participants").body()).isEmpty();
    assertThat(desk.get("/rosters").body()).isEmpty();
  }

  @Test
  void a_corrected_file_is_told_person_by_person_before_it_is_taken_and_nothing_is_written() {
    var desk = at(newConference("GD"));
    Rosters.finished(
        desk,
        desk.upload(
            "rosters/GD.csv", Rosters.file("王一,男,处级,处长,19900000001,", "王二,女,处级,,,", "王三,男,处级,,,")));
    var before = desk.get("/participants").body();

    var preview =
        desk.previewOfUpload(
            "rosters/GD.csv",
            Rosters.file("王一,男,处级,副厅长,19900000009,", "王三,男,处级,,,", "王四,女,司局级,,,", "王五,男,正处,,,"));

    var foreseen = preview.body().at("/answer/body/foreseen");
    assertThat(preview.status()).as(preview.toString()).isEqualTo(200);
    assertThat(foreseen.path("newcomers")).hasSize(1);
    assertThat(foreseen.at("/newcomers/0/name").asString()).isEqualTo("王四");
    assertThat(foreseen.path("corrected")).hasSize(1);
    assertThat(foreseen.at("/corrected/0/name").asString()).isEqualTo("王一");
    assertThat(foreseen.at("/corrected/0/fields").toString())
        .isEqualTo(
            "{\"phone\":{\"before\":\"19900000001\",\"after\":\"19900000009\"},"
                + "\"title\":{\"before\":\"处长\",\"after\":\"副厅长\"}}");
    assertThat(foreseen.path("items").valueStream().map(i -> i.path("kind").asString()))
        .containsExactly("row", "missing");
    assertThat(foreseen.at("/items/0/value").asString()).isEqualTo("正处");
    assertThat(foreseen.at("/items/1/name").asString()).isEqualTo("王二");
    assertThat(foreseen.at("/sheets/0/tables/0/headerFrom").asInt()).isEqualTo(1);
    assertThat(foreseen.at("/sheets/0/tables/0/columns/0").toString())
        .isEqualTo("{\"at\":0,\"column\":\"A\",\"field\":\"name\"}");
    assertThat(desk.get("/participants").body()).isEqualTo(before);
    assertThat(desk.get("/clerk-queue").body().path("items")).isEmpty();
    assertThat(desk.get("/rosters").body()).hasSize(1);
  }

  @Test
  void what_it_would_do_is_told_in_a_preview_only() {
    var desk = at(newConference("GD"));

    var done = Rosters.finished(desk, desk.upload("rosters/GD.csv", Rosters.file("王一,男,处级,,,")));

    assertThat(done.text("status")).isEqualTo("done");
    assertThat(done.body().path("foreseen").isNull()).isTrue();
  }

  @Test
  void a_file_on_which_the_import_gives_up_is_previewed_as_it_would_end() {
    var desk = at(newConference("BAD"));
    jdbc.execute(
        """
        create function unheard() returns trigger language plpgsql as
          $$ begin raise exception 'unheard' using errcode = 'check_violation'; end $$;
        create trigger unheard before insert on participant for each row
          when (new.delegation = 'BAD' and new.name = '不可能') execute function unheard()\
        """);
    try {
      var rows = Rosters.people(600);
      rows.add("不可能,男,处级,,,");
      var file = Rosters.file(rows);

      var preview = desk.previewOfUpload("rosters/BAD.csv", file);

      assertThat(preview.status()).as(preview.toString()).isEqualTo(200);
      var foreseen = preview.body().at("/answer/body");
      assertThat(preview.body().at("/answer/status").asInt()).isEqualTo(202);
      assertThat(desk.get("/participants").body()).isEmpty();
      var done = Rosters.finished(desk, desk.upload("rosters/BAD.csv", file)).body();
      for (var field : new String[] {"status", "people", "waiting", "unchanged"}) {
        assertThat(foreseen.path(field)).as(field).isEqualTo(done.path(field));
      }
      assertThat(foreseen.path("people").asInt()).isEqualTo(500);
    } finally {
      jdbc.execute("drop function unheard() cascade");
    }
  }

  @Test
  void a_preview_whose_time_is_over_stops_in_the_middle_of_the_file() {
    var conference = newConference("LONG");
    var id = UUID.randomUUID();
    var limits = new Limits(Duration.ofSeconds(2), Duration.ofMillis(500), 10_000);
    var origin = new Origin("import-roster", "clerk", "registration", null, Instant.EPOCH);
    assertThatThrownBy(() ->
            hypotheses.test(
                conference,
                limits,
                _ -> {
                  rosters.add(Upload.begun(id, conference, "LONG.csv", "LONG", origin));
                  contents.add(
                      conference, id, new ByteArrayInputStream(Rosters.file(Rosters.people(3))));
                  while (!Hypothesis.isOver()) {
                    Thread.onSpinWait();
                  }
                  imports.take(conference, id, Duration.ZERO);
                  return id;
                }))
        .isInstanceOf(Hypothesis.TooLongException.class);
    assertThat(at(conference).get("/rosters").body()).isEmpty();
  }
}
