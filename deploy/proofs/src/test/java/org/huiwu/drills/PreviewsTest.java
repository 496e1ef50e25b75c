package org.huiwu.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.huiwu.oracle.making.PackageMaker;
import org.huiwu.oracle.making.Size;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A made conference at rest, of which is only asked what changes would touch.
@ExtendWith(PlatformOfTheProcess.class)
class PreviewsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PREVIEW = "Huiwu-Preview";
  private static final int ASKED = 15;

  /// What moves by itself: how far Kafka was read and written, and what the letters and calls of
  /// other conferences on this platform, which are live, come to.
  private static final Set<String> MOVING =
      Set.of("call_outcome", "consumer_offset", "letter_item", "relay_cursor");

  private record Desk(String role, String service, String path) {}

  @TempDir static Path scratch;
  private static ThrowawayPlatform platform;
  private static ConferencePackage files;
  private static Users users;
  private static Api api;
  private static String conference;

  @BeforeAll
  static void start(ThrowawayPlatform running) {
    platform = running;
    var folder = scratch.resolve("package");
    new PackageMaker(12, new Size(40, false, false)).make(folder);
    files = ConferencePackage.open(folder);
    users = new Users(platform.address(), "previews", platform.password());
    api = new Api(users, "previews");
    var others = PlatformOfTheProcess.ids(api.conferences());
    new Inventory(files, api).enter();
    var ours = PlatformOfTheProcess.ids(api.conferences());
    ours.removeAll(others);
    conference = ours.iterator().next();
    var replay = new Replay(files, api);
    // the last office has not sent its roster yet
    files.rosters().subList(0, files.rosters().size() - 1).stream()
        .flatMap(r -> replay.importRoster("registration", r, r).stream())
        .forEach(api::settled);
    List.of("duty", "registration", "catering", "excursion", "liaison").forEach(users::of);
  }

  @AfterAll
  static void stop() {
    users.close();
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
        // of somebody or something that an earlier line has made, which was only asked, too
        assertThat(e.getMessage()).contains("timeline.jsonl, line " + line.number());
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
  }

  @Test
  void what_is_refused_is_refused_the_same_and_leaves_nothing() throws Exception {
    var person = people().getFirst();
    var desk = new Desk("excursion", "excursion", "/memberships/" + person);
    var etag = read(desk).headers().firstValue("ETag").orElseThrow();
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
    }
    assertThat(kinds).contains("trip", "site", "meal");
    assertThat(impact.path("exceptions")).isEmpty();
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void previews_that_begin_in_different_services_at_the_same_time_all_answer() throws Exception {
    var people = people();
    List<Callable<List<Integer>>> desks =
        List.of(
            () -> itineraries(people, "registration"),
            () -> routes(people, () -> false),
            () -> diets(people, true));
    var before = content();
    try (var working = Executors.newFixedThreadPool(desks.size())) {
      for (var desk : working.invokeAll(desks)) {
        assertThat(desk.get()).hasSize(ASKED).containsOnly(200);
      }
    }
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void previews_answer_while_a_desk_writes_and_the_desk_is_not_kept_from_writing()
      throws Exception {
    var people = people();
    var writing = new AtomicBoolean(true);
    try (var working = Executors.newFixedThreadPool(2)) {
      var previews = working.submit(() -> routes(people, writing::get));
      assertThat(diets(people, false)).hasSize(ASKED).containsOnly(200);
      writing.set(false);
      assertThat(previews.get()).isNotEmpty().containsOnly(200);
    }
  }

  private List<Integer> itineraries(List<String> people, String role) {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < ASKED; i++) {
      var desk =
          new Desk(
              role,
              "registration",
              "/participants/" + people.get(i % people.size()) + "/itinerary");
      var body =
          Map.<String, Object>of("arrival", Map.of("time", "2026-06-08T1%d:05".formatted(i % 10)));
      statuses.add(change("PATCH", desk, "", body, true));
    }
    return statuses;
  }

  /// @param more goes on while it is true, when as many as are wanted were asked
  private List<Integer> routes(List<String> people, BooleanSupplier more) {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < ASKED || more.getAsBoolean(); i++) {
      var desk =
          new Desk("excursion", "excursion", "/memberships/" + people.get(i % people.size()));
      statuses.add(change("PUT", desk, "/route", Map.of("route", ""), true));
    }
    return statuses;
  }

  private List<Integer> diets(List<String> people, boolean preview) {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < ASKED; i++) {
      var desk = new Desk("catering", "catering", "/diets/" + people.get(i % people.size()));
      var diet = i % 2 == 0 ? "halal" : "vegetarian";
      statuses.add(change("PUT", desk, "", Map.of("diet", diet), preview));
    }
    return statuses;
  }

  private static int change(
      String method, Desk desk, String suffix, Map<String, Object> body, boolean preview) {
    var etag = read(desk).headers().firstValue("ETag").orElseThrow();
    return send(method, desk, suffix, etag, body, preview).statusCode();
  }

  private static HttpResponse<String> put(
      Desk desk, String suffix, String etag, Map<String, Object> body, boolean preview) {
    return send("PUT", desk, suffix, etag, body, preview);
  }

  private static HttpResponse<String> send(
      String method,
      Desk desk,
      String suffix,
      String etag,
      Map<String, Object> body,
      boolean preview) {
    var door = users.of(desk.role());
    return door.send(
        door.request(path(desk.service(), desk.path() + suffix))
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("Content-Type", "application/json")
            .header("If-Match", etag)
            .header(PREVIEW, Boolean.toString(preview))
            .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))));
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
        var door = users.of(role);
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
                door.request(path("transport-dispatch", trip))
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("Content-Type", "application/json")
                    .header(PREVIEW, "true")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
        if (answer.statusCode() == 200
            && JSON.readTree(answer.body()).path("manifests").size() > 2) {
          return answer.body();
        }
      }
    }
    throw new AssertionError("nobody is absent in the made timeline");
  }

  private static List<String> people() {
    List<String> ids = new ArrayList<>();
    for (JsonNode p : api.get("registration", "/participants").body()) {
      ids.add(p.path("id").asString());
    }
    return ids;
  }

  private static HttpResponse<String> read(Desk desk) {
    var door = users.of(desk.role());
    return door.send(door.request(path(desk.service(), desk.path())).GET());
  }

  private static String path(String service, String rest) {
    return "/api/" + service + "/conferences/" + conference + rest;
  }

  /// A hash of all rows of each table of every service, by service and table.
  private static Map<String, String> content() throws IOException, SQLException {
    Map<String, String> all = new TreeMap<>();
    for (var service : EveryDoor.SERVICES) {
      try (var connection = platform.open(service)) {
        for (var table : tables(connection).entrySet()) {
          try (var statement = connection.createStatement();
              var row =
                  statement.executeQuery(
                      "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') from \"%s\" t %s"
                          .formatted(table.getKey(), table.getValue()))) {
            row.next();
            all.put(service + " " + table.getKey(), row.getString(1));
          }
        }
      }
    }
    return all;
  }

  /// @return of each table which of its rows are looked at: of what is a conference's, ours
  private static Map<String, String> tables(Connection connection) throws SQLException {
    Map<String, String> tables = new TreeMap<>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select t.table_name, exists (
                  select from information_schema.columns c where c.table_schema = 'public'
                    and c.table_name = t.table_name and c.column_name = 'conference')
                from information_schema.tables t where t.table_schema = 'public'\
                """)) {
      while (rows.next()) {
        if (!MOVING.contains(rows.getString(1))) {
          tables.put(
              rows.getString(1),
              rows.getBoolean(2) ? "where conference::text = '%s'".formatted(conference) : "");
        }
      }
    }
    return tables;
  }
}
