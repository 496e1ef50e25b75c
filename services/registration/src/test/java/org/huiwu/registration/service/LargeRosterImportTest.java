package org.huiwu.registration.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.huiwu.platform.conversations.Published;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.registration.roster.importing.RosterImports;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// Rosters that travel in parts, and what becomes of them when something breaks in between.
class LargeRosterImportTest extends RealServers {
  @Autowired private JdbcTemplate jdbc;
  @Autowired private RosterImports imports;

  @Test
  void a_large_roster_travels_in_parts_of_500_under_one_root() {
    var desk = at(newConference("BIG"));

    var done =
        Rosters.finished(desk, desk.upload("rosters/BIG.csv", Rosters.file(Rosters.people(1_200))));

    assertThat(done.body().path("people").asInt()).isEqualTo(1_200);
    var root = UUID.fromString(done.text("change"));
    var parts = published.parts(root);
    assertThat(parts).extracting(p -> p.states().size()).containsExactly(1_000, 1_000, 400);
    assertThat(parts).extracting(p -> p.part().n()).containsExactly(1, 2, 3);
    assertThat(parts).extracting(Changeset::root).containsOnly(root);
    assertThat(parts).extracting(Changeset::cause).containsExactly(null, root, root);
    assertThat(Published.origin(parts.getFirst()).action()).isEqualTo("import-roster");
    assertThat(desk.get("/participants").body()).hasSize(1_200);

    var again =
        Rosters.finished(desk, desk.upload("rosters/BIG.csv", Rosters.file(Rosters.people(1_200))));
    assertThat(again.body().path("people").asInt()).isZero();
    assertThat(again.body().path("unchanged").asInt()).isEqualTo(1_200);
    assertThat(again.body().path("waiting").asInt()).isZero();
    assertThat(again.body().path("change").isNull()).isTrue();
  }

  @Test
  void an_import_interrupted_between_parts_goes_on_without_doubling_anybody() {
    var desk = at(newConference("BIG"));
    var family = "邓鑫,女,其他,,,家属";
    var rows = Rosters.people(1_200);
    rows.add(500, family);
    rows.add(40, "某某,?,处级,,,");
    jdbc.execute(
        """
        create function breakdown() returns trigger language plpgsql as
          $$ begin raise exception 'breakdown'; end $$;
        create trigger breakdown before update on roster for each row when (new.part = 2)
          execute function breakdown()\
        """);
    var interrupted = desk.upload("rosters/BIG.csv", Rosters.file(rows));
    await()
        .atMost(Rosters.PATIENCE)
        .until(() -> Rosters.roster(desk, interrupted).body().path("people").asInt() == 500);
    imports.stop();
    jdbc.execute("drop function breakdown() cascade");
    var stopped = Rosters.roster(desk, interrupted);
    assertThat(stopped.text("status")).isEqualTo("reading");
    assertThat(stopped.body().path("waiting").asInt()).isEqualTo(1);

    imports.start();

    var done = Rosters.finished(desk, interrupted);
    assertThat(done.body().path("people").asInt()).isEqualTo(1_201);
    assertThat(done.body().path("waiting").asInt()).isEqualTo(1);
    var everybody = desk.get("/participants").body();
    assertThat(everybody).hasSize(1_201);
    assertThat(everybody.valueStream().map(p -> p.path("name").asString()).distinct())
        .hasSize(1_201);
    var parts = published.parts(UUID.fromString(done.text("change")));
    assertThat(parts).extracting(p -> p.states().size()).containsExactly(1_000, 1_000, 402);
    var host = parts.getFirst().states().get(998);
    var companion = parts.get(1).states().getFirst();
    assertThat(companion.event()).isEqualTo("companion-added");
    assertThat(companion.state().tree().path("companionOf").asString()).isEqualTo(host.id());
  }

  @Test
  void an_import_that_fails_whenever_it_is_tried_ends_and_what_went_in_stays() {
    var desk = at(newConference("BIG"));
    jdbc.execute(
        """
        create function impossible() returns trigger language plpgsql as
          $$ begin raise exception 'impossible' using errcode = 'check_violation'; end $$;
        create trigger impossible before insert on participant for each row
          when (new.delegation = 'BIG' and new.name = '不可能') execute function impossible()\
        """);
    var rows = Rosters.people(600);
    rows.add("不可能,男,处级,,,");

    var done = Rosters.finished(desk, desk.upload("rosters/BIG.csv", Rosters.file(rows)));
    jdbc.execute("drop function impossible() cascade");

    assertThat(done.text("status")).isEqualTo("done");
    assertThat(done.body().path("people").asInt()).isEqualTo(500);
    var issues = desk.get("/roster-issues").body();
    assertThat(issues).hasSize(1);
    assertThat(issues.path(0).path("row").asInt()).isZero();
    assertThat(issues.path(0).path("field").asString()).isEqualTo("file");
    assertThat(issues.path(0).path("reason").asString()).isEqualTo("failed");
    var parts = published.parts(UUID.fromString(done.text("change")));
    assertThat(parts).extracting(p -> p.states().size()).containsExactly(1_000, 0);
  }
}
