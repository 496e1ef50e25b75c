package org.huiwu.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.huiwu.oracle.making.PackageMaker;
import org.huiwu.oracle.making.Size;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Two conferences that bear the same codes, at once on one platform (FORMAT.md: "two packages may
/// bear one code; every drill is a conference of its own").
@Tag("proof")
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(PlatformOfTheProcess.class)
class TwoConferencesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String CODE = "SAME2026";

  @TempDir static Path scratch;
  private ThrowawayPlatform platform;
  private List<List<String>> differences = List.of();
  private Walkers walkers;
  private String ours = "";
  private String theirs = "";

  @BeforeAll
  void play(ThrowawayPlatform running) throws Exception {
    platform = running;
    differences = drills(made(51), made(52));
    walkers = new Walkers(platform.address(), platform.password());
    List<String> ids = new ArrayList<>();
    walkers
        .conferences()
        .forEach(c -> {
          if (c.path("code").asString().equals(CODE)) {
            ids.add(c.path("id").asString());
          }
        });
    assertThat(ids).hasSize(2);
    ours = ids.getFirst();
    theirs = ids.getLast();
  }

  @Test
  void both_drills_end_equal() {
    assertThat(differences).hasSize(2).allMatch(List::isEmpty);
  }

  @Test
  void whoever_belongs_to_one_sees_only_that_one() {
    var door = walkers.of("lister", ours);
    var list = json(door.send(door.request("/api/registration/conferences").GET()));
    assertThat(list.size()).isEqualTo(1);
    assertThat(list.path(0).path("id").asString()).isEqualTo(ours);
  }

  @Test
  void at_every_door_the_other_one_is_as_one_that_does_not_exist() {
    var door = walkers.of("stranger", ours);
    var doors = 0;
    for (var service : EveryDoor.SERVICES) {
      for (var operation : EveryDoor.document(door, service).operations()) {
        if (operation.path().contains("{conference}")) {
          var there = knock(door, service, operation.method(), operation.path(), theirs);
          var nowhere =
              knock(
                  door,
                  service,
                  operation.method(),
                  operation.path(),
                  UUID.randomUUID().toString());
          assertThat(there.statusCode()).as(operation.toString()).isGreaterThanOrEqualTo(400);
          assertThat(there.statusCode()).as(operation.toString()).isEqualTo(nowhere.statusCode());
          assertThat(said(there)).as(operation.toString()).isEqualTo(said(nowhere));
          doors++;
        }
      }
    }
    assertThat(doors).isGreaterThan(80);
  }

  @Test
  void a_person_of_the_other_one_is_nobody_here() {
    var both = walkers.of("both", ours, theirs);
    var path = "/api/registration/conferences/" + theirs + "/participants";
    var person = json(both.send(both.request(path).GET())).path(0).path("id").asString();
    for (var place :
        List.of("registration/participants", "catering/diets", "excursion/memberships")) {
      var service = place.substring(0, place.indexOf('/'));
      var address =
          "/api/" + service + "/conferences/" + ours + place.substring(service.length()) + "/";
      var there = both.send(both.request(address + person).GET());
      var nobody = both.send(both.request(address + UUID.randomUUID()).GET());
      assertThat(there.statusCode()).as(place).isEqualTo(404);
      assertThat(nobody.statusCode()).as(place).isEqualTo(404);
    }
  }

  private static HttpResponse<String> knock(
      Door door, String service, String method, String path, String conference) {
    var address =
        path.replace("{conference}", conference)
            .replace("{manifest}", "rooming%3AH1")
            .replace("{code}", "R1")
            .replace("{row}", "1")
            .replace("{version}", "1")
            .replaceAll("\\{[^}]+}", "c0ffee00-0000-4000-8000-000000000000");
    return door.send(
        door.request("/api/" + service + address)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "knock")
            .header("If-Match", "\"1\"")
            .method(
                method,
                method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}")));
  }

  /// Everything but the address.
  private static JsonNode said(HttpResponse<String> answer) {
    var problem = json(answer);
    if (problem instanceof ObjectNode fields) {
      fields.remove("instance");
    }
    return problem;
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  private static Path made(long seed) throws IOException {
    var folder = scratch.resolve("made-" + seed);
    new PackageMaker(seed, new Size(40, false, false)).make(folder);
    var file = folder.resolve("conference.json");
    var conference = JSON.readTree(Files.readString(file));
    if (conference instanceof ObjectNode fields) {
      fields.put("code", CODE);
    }
    Files.writeString(file, JSON.writeValueAsString(conference));
    return folder;
  }

  private List<List<String>> drills(Path... folders) throws Exception {
    List<Callable<List<String>>> each = new ArrayList<>();
    for (var folder : folders) {
      each.add(() -> drill(folder));
    }
    List<List<String>> all = new ArrayList<>();
    try (var players = Executors.newFixedThreadPool(folders.length)) {
      for (var played : players.invokeAll(each)) {
        all.add(played.get());
      }
    }
    return all;
  }

  private List<String> drill(Path folder) {
    var out = scratch.resolve("out").resolve(folder.getFileName());
    return new Drill(
            ConferencePackage.open(folder),
            platform.address(),
            platform.password(),
            out,
            new Silence())
        .run();
  }

  private static final class Silence implements Drill.Console {
    @Override
    public void say(String line) {
      assertThat(line).isNotBlank();
    }

    @Override
    public Progress progress(int total) {
      return new Progress(
          new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
          false,
          total);
    }
  }
}
