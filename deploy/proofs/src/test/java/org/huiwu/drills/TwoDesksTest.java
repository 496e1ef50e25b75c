package org.huiwu.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.huiwu.oracle.making.PackageMaker;
import org.huiwu.oracle.making.Size;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Several desks at once on one conference, through the public API of the real platform.
@ExtendWith(PlatformOfTheProcess.class)
class TwoDesksTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> DIETS = List.of("normal", "halal", "vegetarian");
  private static final Map<String, String> OWNERS =
      Map.of(
          "rooming",
          "accommodation",
          "meal",
          "catering",
          "trip",
          "transport-dispatch",
          "site",
          "excursion",
          "session",
          "venue");

  @TempDir static Path scratch;
  private static String conference;
  private static Users users;

  @BeforeAll
  static void start(ThrowawayPlatform platform) throws IOException {
    var folder = scratch.resolve("package");
    new PackageMaker(11, new Size(60, false, false)).make(folder);
    var files = ConferencePackage.open(folder);
    users = new Users(platform.address(), "two-desks", platform.password());
    var api = new Api(users, "two-desks");
    var others = PlatformOfTheProcess.ids(api.conferences());
    new Inventory(files, api).enter();
    var ours = PlatformOfTheProcess.ids(api.conferences());
    ours.removeAll(others);
    conference = ours.iterator().next();
    var replay = new Replay(files, api);
    files.rosters().forEach(r -> replay.importRoster("registration", r, r).ifPresent(api::settled));
    // signed in before the desks work at the same time
    List.of("duty", "catering", "excursion").forEach(users::of);
  }

  @AfterAll
  static void stop() {
    users.close();
  }

  @Test
  void of_two_on_one_record_one_wins_and_the_other_is_shown_the_current_copy() throws Exception {
    var person = people().getFirst();
    var path = path("catering", "/diets/" + person);
    var read = get(path);
    var etag = read.headers().firstValue("ETag").orElseThrow();
    var others =
        DIETS.stream()
            .filter(d -> !d.equals(JSON.readTree(read.body()).path("diet").asString()))
            .toList();
    try (var desks = Executors.newFixedThreadPool(2)) {
      List<Callable<HttpResponse<String>>> both =
          others.stream()
              .<Callable<HttpResponse<String>>>map(
                  diet -> () -> change("catering", "PUT", path, etag, Map.of("diet", diet)))
              .toList();
      List<Integer> statuses = new ArrayList<>();
      for (Future<HttpResponse<String>> answer : desks.invokeAll(both)) {
        statuses.add(answer.get().statusCode());
        if (answer.get().statusCode() == 412) {
          assertThat(JSON.readTree(answer.get().body()).path("current").path("diet").isString())
              .isTrue();
        } else {
          settled(answer.get());
        }
      }
      assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    }
  }

  @Test
  void interleaved_changes_of_two_desks_all_settle_and_every_list_equals_its_owners()
      throws Exception {
    var before = versions();
    var revised = new AtomicLong();
    var people = people();
    var routes = codes("excursion", "/routes");
    try (var desks = Executors.newFixedThreadPool(2)) {
      List<Callable<Void>> work =
          List.of(() -> dietDesk(people, revised), () -> routeDesk(people, routes, revised));
      for (var desk : desks.invokeAll(work)) {
        desk.get();
      }
    }
    assertThat(versions() - before)
        .as("one version a revision, none besides")
        .isEqualTo(revised.get());
    assertEveryManifestEqualsItsOwners();
  }

  private Void dietDesk(List<String> people, AtomicLong revised) throws Exception {
    for (int i = 0; i < 40; i++) {
      var path = path("catering", "/diets/" + people.get(i % people.size()));
      var read = get(path);
      var next =
          DIETS.get(
              (DIETS.indexOf(JSON.readTree(read.body()).path("diet").asString()) + 1)
                  % DIETS.size());
      revised.addAndGet(
          settled(
              change(
                  "catering",
                  "PUT",
                  path,
                  read.headers().firstValue("ETag").orElseThrow(),
                  Map.of("diet", next))));
    }
    return null;
  }

  private Void routeDesk(List<String> people, List<String> routes, AtomicLong revised)
      throws Exception {
    for (int i = 0; i < 40; i++) {
      var path = path("excursion", "/memberships/" + people.get(i % people.size()));
      var read = get(path);
      var now = routes.indexOf(JSON.readTree(read.body()).path("route").asString());
      var next = routes.get((now + 1) % routes.size());
      revised.addAndGet(
          settled(
              change(
                  "excursion",
                  "PUT",
                  path + "/route",
                  read.headers().firstValue("ETag").orElseThrow(),
                  Map.of("route", next))));
    }
    return null;
  }

  private void assertEveryManifestEqualsItsOwners() throws Exception {
    for (var summary : JSON.readTree(get(path("notification", "/manifests")).body())) {
      var name = summary.path("manifest").asString();
      var published =
          JSON.readTree(get(path("notification", "/manifests/" + Api.encode(name))).body());
      var owner = Objects.requireNonNull(OWNERS.get(name.substring(0, name.indexOf(':'))));
      var own = JSON.readTree(get(path(owner, "/derived-manifests/" + Api.encode(name))).body());
      assertThat(lines(published.path("lines"))).as(name).isEqualTo(lines(own.path("lines")));
      assertThat(published.path("header")).as(name).isEqualTo(own.path("header"));
    }
  }

  private static Map<String, JsonNode> lines(JsonNode node) {
    Map<String, JsonNode> lines = new TreeMap<>();
    node.propertyNames().forEach(k -> lines.put(k, node.path(k)));
    return lines;
  }

  private long versions() throws Exception {
    long sum = 0;
    for (var summary : JSON.readTree(get(path("notification", "/manifests")).body())) {
      sum += summary.path("version").asLong();
    }
    return sum;
  }

  /// @return how many manifests the change has revised
  private int settled(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var change = answer.headers().firstValue("Huiwu-Change").orElseThrow();
    var view = JSON.readTree(get(path("notification", "/changes/" + change + "?wait=30")).body());
    assertThat(view.path("state").asString()).isEqualTo("settled");
    return view.path("revised").size();
  }

  private List<String> people() throws Exception {
    List<String> ids = new ArrayList<>();
    JSON.readTree(get(path("registration", "/participants")).body())
        .forEach(p -> ids.add(p.path("id").asString()));
    return ids;
  }

  private List<String> codes(String service, String list) throws Exception {
    List<String> codes = new ArrayList<>();
    JSON.readTree(get(path(service, list)).body())
        .forEach(r -> codes.add(r.path("code").asString()));
    return codes;
  }

  private static String path(String service, String rest) {
    return "/api/" + service + "/conferences/" + conference + rest;
  }

  private HttpResponse<String> get(String path) {
    var duty = users.of("duty");
    var answer = duty.send(duty.request(path).GET());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer;
  }

  private HttpResponse<String> change(
      String role, String method, String path, String etag, Object body) {
    var desk = users.of(role);
    return desk.send(
        desk.request(path)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("Content-Type", "application/json")
            .header("If-Match", etag)
            .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }
}
