package org.huiwu.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.huiwu.oracle.making.PackageMaker;
import org.huiwu.oracle.making.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two instances of each service as processes of their own, and a drill through their deaths: the
/// messengers of excursion and of notification are killed, later both instances of catering, of
/// which one comes back. It is played once; each test looks at what was seen.
@Tag("proof")
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(480)
class ProcessesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String DYING = "catering";
  private static final List<String> BEREFT = List.of("excursion", "notification");

  private static final String PERSON =
      "{\"delegation\":\"GX\",\"name\":\"韦一\",\"gender\":\"F\",\"rank\":3}";
  private static final String SESSION =
      "[{\"code\":\"S1\",\"title\":\"开幕\",\"hall\":\"荔园\",\"starts\":\"2026-06-09T09:00\"}]";

  @TempDir static Path scratch;
  private SeparateProcesses platform;
  private Witness witness;

  private final Map<String, Integer> answered = new TreeMap<>();
  private final Map<String, List<String>> messengers = new TreeMap<>();
  private final Map<String, List<String>> successors = new TreeMap<>();
  private List<String> differences = List.of("never played");
  private final List<HttpResponse<String>> refused = new ArrayList<>();
  private @Nullable HttpResponse<String> preview;
  private JsonNode unsettled = JSON.missingNode();
  private JsonNode unconcerned = JSON.missingNode();
  private JsonNode settledLater = JSON.missingNode();

  @BeforeAll
  void play() throws Exception {
    platform = SeparateProcesses.start(Files.createDirectories(scratch.resolve("platform")));
    askEachInstance();
    for (var service : EveryDoor.SERVICES) {
      messengers.put(service, platform.messengersOf(service));
    }
    witness = Witness.arrived(platform, "witness");
    var folder = scratch.resolve("made");
    new PackageMaker(61, new Size(40, false, false)).make(folder);
    var files = ConferencePackage.open(folder);
    var rosters = files.rosters().size();
    var console =
        new Moments(
            Map.of(
                rosters + files.timeline().size() / 4, this::killMessengers,
                rosters + beforeADiet(files), this::killBoth));
    differences =
        new Drill(files, platform.address(), platform.password(), scratch.resolve("out"), console)
            .run();
    settledLater = witness.change(unsettled.path("id").asString(), 30);
  }

  @AfterAll
  void stop() {
    if (platform != null) {
      platform.close();
    }
  }

  /// The drill then meets the dead service at its very next line.
  private static int beforeADiet(ConferencePackage files) {
    for (int i = files.timeline().size() / 2; i < files.timeline().size(); i++) {
      if (files.timeline().get(i).action().equals("diet")) {
        return i;
      }
    }
    throw new AssertionError("nobody changes a diet in the second half");
  }

  private void askEachInstance() throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      for (var service : EveryDoor.SERVICES) {
        var token = tokenFor(http, service);
        for (int n = 1; n <= SeparateProcesses.INSTANCES; n++) {
          var name = service + "-" + n;
          var question =
              HttpRequest.newBuilder(URI.create(platform.instance(name).address() + "/openapi"))
                  .timeout(PATIENCE)
                  .header("Authorization", "Bearer " + token)
                  .build();
          answered.put(name, http.send(question, BodyHandlers.discarding()).statusCode());
        }
      }
    }
  }

  /// As notification asks for one.
  private String tokenFor(HttpClient http, String service)
      throws IOException, InterruptedException {
    var secret = Files.readString(platform.secretOf("notification")).strip();
    var credentials = ("notification:" + secret).getBytes(StandardCharsets.UTF_8);
    var asked =
        HttpRequest.newBuilder(URI.create(platform.address() + "/oauth2/token"))
            .timeout(PATIENCE)
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=" + service))
            .build();
    return JSON.readTree(http.send(asked, BodyHandlers.ofString()).body())
        .path("access_token")
        .asString();
  }

  private void killMessengers() throws Exception {
    for (var service : BEREFT) {
      platform.messengersOf(service).forEach(name -> platform.instance(name).kill());
    }
    for (var service : BEREFT) {
      await().atMost(PATIENCE).until(() -> !platform.messengersOf(service).isEmpty());
      successors.put(service, platform.messengersOf(service));
    }
  }

  private void killBoth() {
    platform.instance(DYING + "-1").kill();
    platform.instance(DYING + "-2").kill();
    refused.add(witness.sendOnce(witness.post(DYING, "/meals", "[]")));
    preview =
        witness.sendOnce(
            witness.post("registration", "/participants", PERSON).header("Huiwu-Preview", "true"));
    var registered = witness.changedBy(witness.post("registration", "/participants", PERSON));
    await()
        .atMost(PATIENCE)
        .until(() -> {
          unsettled = witness.change(registered, 0);
          return Witness.waitingFor(unsettled).equals(Set.of(DYING));
        });
    unconcerned =
        witness.change(witness.changedBy(witness.post("venue", "/sessions", SESSION)), 10);
    // the drill goes on at once and finds it dead for as long as it takes to start
    platform.start(DYING + "-1");
  }

  @Test
  void every_instance_answers() {
    assertThat(answered).hasSize(EveryDoor.SERVICES.size() * SeparateProcesses.INSTANCES);
    assertThat(answered.values()).containsOnly(200);
  }

  @Test
  void one_instance_of_each_service_is_its_messenger() {
    assertThat(messengers).hasSize(EveryDoor.SERVICES.size());
    messengers.forEach((service, names) -> assertThat(names).as(service).hasSize(1));
  }

  @Test
  void another_takes_over_when_the_messenger_is_killed() {
    for (var service : BEREFT) {
      assertThat(successors.get(service))
          .as(service)
          .hasSize(1)
          .doesNotContainAnyElementsOf(messengers.get(service));
    }
  }

  @Test
  void a_service_of_which_no_instance_lives_is_a_problem_that_says_when_to_come_again() {
    assertThat(refused).hasSize(1);
    var refused = this.refused.getFirst();
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValueAsLong("Retry-After")).hasValue(2);
    assertThat(refused.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    var problem = JSON.readTree(refused.body());
    assertThat(problem.path("code").asString()).isEqualTo("service-unavailable");
    assertThat(problem.path("service").asString()).isEqualTo(DYING);
  }

  @Test
  void a_preview_says_which_service_cannot_say_what_would_come_of_it_there() {
    var answer = Objects.requireNonNull(preview);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    var problem = JSON.readTree(answer.body());
    assertThat(problem.path("code").asString()).isEqualTo("preview-unavailable");
    assertThat(problem.path("detail").asString()).contains(DYING);
  }

  @Test
  void meanwhile_the_others_work_on_and_a_change_waits_for_the_dead_one_by_name() {
    assertThat(unsettled.path("state").asString()).isEqualTo("open");
    assertThat(Witness.waitingFor(unsettled)).containsExactly(DYING);
    assertThat(unconcerned.path("state").asString()).isEqualTo("settled");
  }

  @Test
  void its_part_of_a_change_settles_when_it_is_back() {
    assertThat(settledLater.path("id")).isEqualTo(unsettled.path("id"));
    assertThat(settledLater.path("state").asString()).isEqualTo("settled");
    assertThat(settledLater.path("waitingFor")).isEmpty();
  }

  @Test
  void the_drill_ends_equal_to_what_is_expected() throws IOException {
    assertThat(differences).as(platform.logs()).isEmpty();
  }
}
