package org.huiwu.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.huiwu.drills.PreviewedConference.Desk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// A made conference that is live and at rest, of which is only asked what changes would touch.
@ExtendWith(PlatformOfTheProcess.class)
class PreviewsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String UNKNOWN_PERSON =
      "(?s)timeline\\.jsonl, line \\d+: there is no person .*|.* was answered (404|422): .*";
  private static final Duration A_WHILE = Duration.ofSeconds(2);

  @TempDir static Path scratch;
  private static PreviewedConference conference;
  private static ConferencePackage files;
  private static Api api;
  private static EveryRow rows;

  @BeforeAll
  static void start(ThrowawayPlatform running) {
    conference = new PreviewedConference(running, scratch.resolve("package"), 12, "previews");
    files = conference.files;
    api = conference.api;
    rows = new EveryRow(running, conference.id);
    goLive();
  }

  /// Some days before anything is due: who has been told has time, and nothing moves by itself.
  private static void goLive() {
    api.post(
        Users.OBSERVER,
        "rehearsal-clock",
        "notification",
        "/rehearsal-clock",
        Map.of("localTime", files.timeline().getFirst().text("at"), "rate", 1));
    api.post(Users.OBSERVER, "live", "notification", "/live", Api.nothing());
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(api.get("notification", "/letters?limit=5000").body().valueStream())
                .isNotEmpty()
                .noneMatch(l -> Set.of("waiting", "sending").contains(l.path("state").asString())));
    var last = new AtomicReference<Map<String, String>>(Map.of());
    await()
        .atMost(SOON)
        .pollInterval(A_WHILE)
        .until(() -> {
          var now = content();
          return now.equals(last.getAndSet(now));
        });
  }

  private static Map<String, String> content() throws IOException, SQLException {
    return rows.content();
  }

  @AfterAll
  static void stop() {
    conference.close();
  }

  @Test
  void after_a_preview_of_every_line_every_row_of_every_database_is_as_it_was() throws Exception {
    var asking = new Replay(files, api.onlyAsking());
    Set<String> actions = new TreeSet<>();
    var before = content();
    for (var line : files.timeline()) {
      try {
        var impact = asking.preview(line);
        assertThat(impact.path("answer").path("status").asInt())
            .as(line.action() + ": " + impact)
            .isBetween(200, 202);
        actions.add(line.action());
      } catch (DrillException e) {
        // of somebody whom an earlier line has made, which was only asked, too
        assertThat(e.getMessage()).matches(UNKNOWN_PERSON);
      }
    }
    assertThat(actions)
        .contains("switch-route", "itinerary", "diet", "hold-rooms", "retime-trip", "withdraw");
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void a_preview_of_an_upload_says_what_was_read_and_whom_it_would_bring_and_keeps_no_file()
      throws Exception {
    var before = content();
    var filesBefore = uploads();
    var file = files.rosters().getLast();
    var impact = new Replay(files, api.onlyAsking()).upload("registration", "last", file);
    var roster = impact.path("answer").path("body");
    assertThat(impact.path("answer").path("status").asInt()).isEqualTo(202);
    assertThat(roster.path("status").asString()).isEqualTo("done");
    assertThat(roster.path("people").asInt()).isPositive();
    var kinds = new TreeSet<String>();
    for (var revision : impact.path("manifests")) {
      kinds.add(revision.path("manifest").asString().replaceAll(":.*", ""));
      assertThat(revision.path("lineCount").asInt()).isPositive();
    }
    assertThat(kinds).contains("rooming", "meal", "session");
    assertThat(content()).isEqualTo(before);
    // others on this machine keep files for a while, too
    var left = uploads();
    left.removeAll(filesBefore);
    await().atMost(SOON).until(() -> uploads().stream().noneMatch(left::contains));
  }

  @Test
  void what_is_refused_is_refused_the_same_and_leaves_nothing() throws Exception {
    var person = conference.people().getFirst();
    var desk = new Desk("excursion", "excursion", "/memberships/" + person);
    var etag = conference.etag(desk);
    var unknown = Map.<String, Object>of("route", "NOWHERE");
    var before = content();
    var stale = put(desk, "/route", "\"999\"", unknown, true);
    var refused = put(desk, "/route", etag, unknown, true);
    assertThat(content()).isEqualTo(before);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(JSON.readTree(refused.body()))
        .isEqualTo(JSON.readTree(put(desk, "/route", etag, unknown, false).body()));
    assertThat(stale.statusCode()).isEqualTo(412);
    var mayNot = put(new Desk("catering", "excursion", desk.path()), "/route", etag, unknown, true);
    assertThat(mayNot.statusCode()).isEqualTo(403);
  }

  @Test
  void a_liaison_is_told_what_is_touched_and_not_shown_what_a_liaison_may_not_read()
      throws Exception {
    var before = content();
    var impact = JSON.readTree(impactOfAnAbsence("liaison"));
    var kinds = new TreeSet<String>();
    for (var revision : impact.path("manifests")) {
      var manifest = revision.path("manifest").asString();
      var kind = manifest.substring(0, manifest.indexOf(':'));
      kinds.add(kind);
      assertThat(revision.path("lineCount").asInt()).as(manifest).isPositive();
      assertThat(revision.path("lines").isEmpty()).as(manifest).isEqualTo(kind.equals("meal"));
      assertThat(revision.path("recipients")).as(manifest).isEmpty();
    }
    assertThat(kinds).contains("trip", "site", "meal");
    assertThat(impact.path("exceptions")).isEmpty();
    assertThat(content()).isEqualTo(before);
  }

  private static HttpResponse<String> put(
      Desk desk, String suffix, String etag, Map<String, Object> body, boolean preview) {
    return conference.send("PUT", desk, suffix, etag, body, preview);
  }

  /// Somebody who is aboard no more eats at the hotel again.
  private static String impactOfAnAbsence(String role) {
    for (var line : files.timeline()) {
      if (line.action().equals("roll-call") && !line.json().path("absent").isEmpty()) {
        var ids = new TreeMap<String, String>();
        for (var p : api.get("registration", "/participants").body()) {
          ids.put(
              p.path("delegation").asString() + "/" + p.path("name").asString(),
              p.path("id").asString());
        }
        List<String> absent = new ArrayList<>();
        line.json().path("absent").forEach(p -> absent.add(String.valueOf(ids.get(p.asString()))));
        var door = conference.users.of(role);
        var body =
            Map.of(
                "happenedAt",
                line.text("at"),
                "aboard",
                List.of(),
                "absent",
                absent,
                "unexpected",
                List.of());
        var trip = "/trips/" + Api.encode(line.text("trip")) + "/roll-calls";
        var answer =
            door.send(
                door.request(conference.path("transport-dispatch", trip))
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("Content-Type", "application/json")
                    .header(PreviewedConference.PREVIEW, "true")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
        if (answer.statusCode() == 200
            && JSON.readTree(answer.body()).path("manifests").size() > 2) {
          return answer.body();
        }
      }
    }
    throw new AssertionError("nobody is absent in the made timeline");
  }

  /// Files of uploads and of the reading of them on the disk.
  private static Set<String> uploads() throws IOException {
    Set<String> all = new TreeSet<>();
    try (var found =
        Files.newDirectoryStream(
            Path.of(System.getProperty("java.io.tmpdir")), "huiwu-{upload,roster}*")) {
      found.forEach(f -> all.add(f.getFileName().toString()));
    }
    return all;
  }
}
