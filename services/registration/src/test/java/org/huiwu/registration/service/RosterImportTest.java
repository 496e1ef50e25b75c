package org.huiwu.registration.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.huiwu.registration.roster.importing.RosterImports;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// Rosters from upload to people and waiting cells.
class RosterImportTest extends RealServers {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String HEADER = "姓名,性别,级别,职务,手机,是否家属\n";

  @Autowired private JdbcTemplate jdbc;
  @Autowired private RosterImports imports;

  @Test
  void the_broken_rosters_leave_exactly_the_cells_and_the_people_that_a_clerk_expects()
      throws IOException {
    var drill = Path.of(System.getProperty("huiwu.root"), "deploy/drills/packages/broken-rosters");
    var desk = at(newConference(delegations(drill)));

    try (var rosters = Files.list(drill.resolve("rosters"))) {
      for (var roster : rosters.sorted().toList()) {
        var answer = desk.upload("rosters/" + roster.getFileName(), Files.readAllBytes(roster));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("status")).isIn("done", "refused");
      }
    }

    Set<String> issues = new TreeSet<>();
    desk.get("/roster-issues")
        .body()
        .forEach(i ->
            issues.add(
                String.join(
                    ",",
                    i.path("file").asString(),
                    i.path("row").asString(),
                    i.path("field").asString(),
                    csv(i.path("value").asString()))));
    assertThat(issues).containsExactlyElementsOf(lines(drill, "expected/issues.csv"));
    assertThat(people(desk)).containsExactlyElementsOf(lines(drill, "expected/people.csv"));
  }

  @Test
  void a_roster_is_one_change_of_its_uploader() {
    var desk = at(newConference("FJ"));

    var answer = desk.upload("rosters/FJ.csv", file("何子敏,男,司局级,司长,19900000013,", "邓鑫,女,其他,,,家属"));

    assertThat(answer.text("status")).isEqualTo("done");
    assertThat(answer.text("delegation")).isEqualTo("FJ");
    assertThat(answer.body().path("people").asInt()).isEqualTo(2);
    assertThat(answer.body().path("waiting").asInt()).isZero();
    assertThat(answer.change()).hasValue(UUID.fromString(answer.text("change")));
    var changeset = published.change(answer);
    assertThat(Published.origin(changeset).action()).isEqualTo("import-roster");
    assertThat(Published.origin(changeset).actor()).isEqualTo("clerk");
    assertThat(changeset.part()).isEqualTo(Changeset.Part.WHOLE);
    assertThat(changeset.states())
        .extracting(AggregateState::event)
        .containsExactly(
            "participant-registered",
            "itinerary-recorded",
            "companion-added",
            "itinerary-recorded");
    var family = changeset.states().get(2).state();
    assertThat(family.path("companionOf").asString()).isEqualTo(changeset.states().getFirst().id());
    assertThat(family.path("routeAsHost").asBoolean()).isFalse();
    assertThat(desk.get("/rosters/" + answer.text("id")).body()).isEqualTo(answer.body());
    assertThat(desk.get("/rosters").body()).containsExactly(answer.body());
    assertThat(desk.get("/rosters/" + UUID.randomUUID()).code()).isEqualTo("roster-unknown");
  }

  @Test
  void a_file_from_which_nobody_goes_in_is_no_change() {
    var desk = at(newConference("FJ"));

    var nobody = desk.upload("rosters/FJ.csv", file("何子敏,?,司局级,司长,19900000013,"));
    assertThat(nobody.text("status")).isEqualTo("done");
    assertThat(nobody.change()).isEmpty();
    assertThat(nobody.body().path("change").isNull()).isTrue();
    assertThat(desk.get("/roster-issues?roster=" + nobody.text("id")).body()).hasSize(1);

    var empty = desk.upload("rosters/FJ.csv", new byte[0]);
    assertThat(empty.text("status")).isEqualTo("refused");
    assertThat(empty.change()).isEmpty();
    var stranger = desk.upload("rosters/ZZ.csv", file("何子敏,男,司局级,,,"));
    assertThat(stranger.text("status")).isEqualTo("refused");
    var issue = desk.get("/roster-issues?roster=" + stranger.text("id")).body().path(0);
    assertThat(issue.path("field").asString()).isEqualTo("delegation");
    assertThat(issue.path("value").asString()).isEqualTo("ZZ");
  }

  @Test
  void the_same_key_is_one_upload() {
    var desk = at(newConference("FJ"));
    var key = UUID.randomUUID().toString();
    var roster = file("何子敏,男,司局级,司长,19900000013,");

    var first = desk.upload("rosters/FJ.csv", key, roster);
    assertThat(desk.upload("rosters/FJ.csv", key, roster)).isEqualTo(first);
    assertThat(desk.upload("rosters/FJ.csv", key, file("林一,男,司局级,,,")).code())
        .isEqualTo("idempotency-key-reused");
    assertThat(desk.get("/rosters").body()).hasSize(1);
    assertThat(at(UUID.randomUUID()).upload("rosters/FJ.csv", roster).code())
        .isEqualTo("conference-unknown");
  }

  @Test
  void a_large_roster_travels_in_parts_of_500_under_one_root() {
    var desk = at(newConference("BIG"));

    var done = finished(desk, desk.upload("rosters/BIG.csv", file(people(1_200))));

    assertThat(done.body().path("people").asInt()).isEqualTo(1_200);
    var root = UUID.fromString(done.text("change"));
    var parts = published.parts(root);
    assertThat(parts).extracting(p -> p.states().size()).containsExactly(1_000, 1_000, 400);
    assertThat(parts).extracting(p -> p.part().n()).containsExactly(1, 2, 3);
    assertThat(parts).extracting(Changeset::root).containsOnly(root);
    assertThat(parts).extracting(Changeset::cause).containsExactly(null, root, root);
    assertThat(Published.origin(parts.getFirst()).action()).isEqualTo("import-roster");
    assertThat(desk.get("/participants").body()).hasSize(1_200);

    var again = finished(desk, desk.upload("rosters/BIG.csv", file(people(1_200))));
    assertThat(again.body().path("people").asInt()).isZero();
    assertThat(again.body().path("unchanged").asInt()).isEqualTo(1_200);
    assertThat(again.body().path("waiting").asInt()).isZero();
    assertThat(again.body().path("change").isNull()).isTrue();
  }

  @Test
  void an_import_interrupted_between_parts_goes_on_without_doubling_anybody() {
    var desk = at(newConference("BIG"));
    var family = "邓鑫,女,其他,,,家属";
    var rows = people(1_200);
    rows.add(500, family);
    rows.add(40, "某某,?,处级,,,");
    jdbc.execute(
        """
        create function breakdown() returns trigger language plpgsql as
          $$ begin raise exception 'breakdown'; end $$;
        create trigger breakdown before update on roster for each row when (new.part = 2)
          execute function breakdown()\
        """);
    var interrupted = desk.upload("rosters/BIG.csv", file(rows));
    await()
        .atMost(PATIENCE)
        .until(() -> roster(desk, interrupted).body().path("people").asInt() == 500);
    imports.stop();
    jdbc.execute("drop function breakdown() cascade");
    var stopped = roster(desk, interrupted);
    assertThat(stopped.text("status")).isEqualTo("reading");
    assertThat(stopped.body().path("waiting").asInt()).isEqualTo(1);

    imports.start();

    var done = finished(desk, interrupted);
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
    assertThat(companion.state().path("companionOf").asString()).isEqualTo(host.id());
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
    var rows = people(600);
    rows.add("不可能,男,处级,,,");

    var done = finished(desk, desk.upload("rosters/BIG.csv", file(rows)));
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

  @Test
  void the_sample_s_rosters_go_in_whole() throws IOException {
    var drill = Path.of(System.getProperty("huiwu.root"), "deploy/drills/packages/wastewater-250");
    var desk = at(newConference(delegations(drill)));

    try (var rosters = Files.list(drill.resolve("rosters"))) {
      for (var roster : rosters.toList()) {
        desk.upload("rosters/" + roster.getFileName(), Files.readAllBytes(roster));
      }
    }

    assertThat(desk.get("/roster-issues").body()).isEmpty();
    Set<String> people = people(desk);
    for (var line : lines(drill, "expected/initial.csv")) {
      var cells = line.split(",");
      if (cells[0].startsWith("rooming:") && cells[1].contains("/")) {
        assertThat(people).contains(cells[1].replace('/', ','));
      }
    }
  }

  @Test
  void two_uploads_at_once_both_end_right() {
    var desk = at(newConference("FJ", "GD"));
    var rows = people(60);
    var uploads =
        Stream.of("FJ", "GD", "FJ", "GD")
            .map(d ->
                CompletableFuture.supplyAsync(
                    () -> desk.upload("rosters/" + d + ".csv", file(rows))))
            .toList();

    var rosters = uploads.stream().map(u -> finished(desk, u.join())).toList();

    assertThat(rosters)
        .extracting(r -> r.body().path("people").asInt())
        .containsExactlyInAnyOrder(60, 60, 0, 0);
    assertThat(rosters)
        .extracting(r -> r.body().path("unchanged").asInt())
        .containsExactlyInAnyOrder(0, 0, 60, 60);
    assertThat(desk.get("/participants").body()).hasSize(120);
  }

  private static String[] delegations(Path drill) throws IOException {
    return Files.readAllLines(drill.resolve("inventory/delegations.csv")).stream()
        .skip(1)
        .map(line -> line.split(",")[0])
        .toArray(String[]::new);
  }

  /// As `people.csv` writes them.
  private static Set<String> people(Desk desk) {
    Set<String> people = new TreeSet<>();
    desk.get("/participants")
        .body()
        .forEach(
            p -> people.add(p.path("delegation").asString() + "," + p.path("name").asString()));
    return people;
  }

  private static Desk.Answer roster(Desk desk, Desk.Answer upload) {
    return desk.get("/rosters/" + upload.text("id"));
  }

  private static Desk.Answer finished(Desk desk, Desk.Answer upload) {
    await().atMost(PATIENCE).until(() -> !roster(desk, upload).text("status").equals("reading"));
    return roster(desk, upload);
  }

  private static byte[] file(List<String> rows) {
    return file(rows.toArray(String[]::new));
  }

  private static byte[] file(String... rows) {
    return (HEADER + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
  }

  /// So many rows with names of three characters, no two alike.
  private static List<String> people(int count) {
    var surnames = "王李张刘陈杨黄赵吴周徐孙".codePoints().toArray();
    var given = "伟芳娜敏静丽强磊军洋".codePoints().toArray();
    List<String> rows = new ArrayList<>();
    for (var surname : surnames) {
      for (var first : given) {
        for (var second : given) {
          if (rows.size() < count) {
            rows.add(
                Stream.of(surname, first, second)
                        .map(Character::toString)
                        .reduce("", String::concat)
                    + ",男,处级,处长,,");
          }
        }
      }
    }
    return rows;
  }

  private static Set<String> lines(Path drill, String file) throws IOException {
    return new TreeSet<>(Files.readAllLines(drill.resolve(file)).stream().skip(1).toList());
  }

  private static String csv(String value) {
    return value.contains(",") || value.contains("\"")
        ? '"' + value.replace("\"", "\"\"") + '"'
        : value;
  }
}
