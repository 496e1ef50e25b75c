package org.huiwu.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huiwu.provider.Fault;
import org.huiwu.provider.Faults;
import org.huiwu.provider.ProviderSimulator;
import org.huiwu.provider.SharedKey;
import org.huiwu.provider.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// A conference that is no rehearsal, a provider of text messages that loses a fifth of them,
/// doubles some and is late with others, and a platform that is killed at random moments: in the
/// end every version that somebody was to be told of is acknowledged, or the duty room has a task
/// to call them; and the provider's log and ours say the same, line by line. `-Dhuiwu.seed=n` gives
/// the same faults and moments again.
@Tag("proof")
class LettersArriveTest {
  private static final Logger log = LoggerFactory.getLogger(LettersArriveTest.class);
  private static final long SEED = Long.getLong("huiwu.seed", System.nanoTime() % 1_000_000);
  private static final int CHANGES = Integer.getInteger("huiwu.changes", 40);
  private static final int KILLS = Integer.getInteger("huiwu.kills", 4);

  /// A quiet time is a minute: the kills meet the letters that go out after it too.
  private static final int LAST_KILL_SECONDS = 150;

  private static final Fault[] FAULTS = {
    Fault.NONE,
    Fault.LOSE,
    Fault.FAIL,
    Fault.SLOW,
    Fault.LATE,
    Fault.DOUBLE_REPORT,
    Fault.DOUBLE_TEXT,
    Fault.DROP_BEFORE,
    Fault.DROP_AFTER,
    Fault.BUSY
  };
  private static final int DRIVERS = 12;
  private static final int SESSIONS = 24;
  private static final Pattern CODE = Pattern.compile("(?<![0-9])([0-9]{6})(?![0-9])");
  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @TempDir Path scratch;

  private final Set<String> answered = new HashSet<>();

  @Test
  @Timeout(value = 25, unit = TimeUnit.MINUTES)
  void every_notified_version_ends_acknowledged_or_escalated_and_the_logs_reconcile()
      throws Exception {
    log.info("seed {}", SEED);
    var random = new Random(SEED);
    var key = new SharedKey("huiwu", "secret-" + SEED);
    var secret = Files.writeString(scratch.resolve("provider-secret"), key.secret());
    var port = FreePorts.find(1).getFirst();
    try (var provider = ProviderSimulator.start(0, key, faults())) {
      provider.tells(URI.create("http://127.0.0.1:" + port + "/providers/sms"));
      var settings =
          Map.of(
              "HUIWU_SMS_URL",
              provider.address().toString(),
              "HUIWU_SMS_SECRET_FILE",
              secret.toString(),
              "HUIWU_SMS_TIMEOUT",
              "2s",
              "HUIWU_SMS_SETTLE",
              "5s");
      try (var platform = new MortalPlatform(scratch, port, settings);
          var users = new Users(platform.address(), "letters", platform.password())) {
        var api = new Api(users, "letters");
        // each at least once, whatever the seed says
        provider.next(FAULTS);
        open(api);
        platform.dies(moments(random));
        for (int i = 0; i < CHANGES; i++) {
          var change = i;
          platform.ask(() -> move(api, random.nextInt(SESSIONS), change));
          driversAnswer(provider);
        }
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofSeconds(1))
            .until(() -> {
              driversAnswer(provider);
              return platform.ask(platform::killed) == KILLS;
            });
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofSeconds(1))
            .untilAsserted(() -> {
              driversAnswer(provider);
              assertThat(neitherAcknowledgedNorEscalated(api)).as("seed " + SEED).isEmpty();
            });
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofSeconds(1))
            .untilAsserted(
                () -> assertThat(differences(api, provider.log())).as("seed " + SEED).isEmpty());
        everybodyWasToldOfWhatIsThere(api);
        assertThat(provider.log()).as("seed " + SEED).hasSizeGreaterThanOrEqualTo(SESSIONS / 2);
        assertThat(provider.happened()).as("seed " + SEED).containsKeys(Fault.values());
        nothingPersonalIsLogged(platform);
        log.info(
            "seed {}: {} texts at the provider, {} letters here, faults {}, killed {} times; all"
                + " reconciled",
            SEED,
            provider.log().size(),
            letters(api).size(),
            provider.happened(),
            platform.killed());
      }
    }
  }

  /// While first versions go out, while quiet times run and end, and while answers come.
  private static SortedSet<Duration> moments(Random random) {
    SortedSet<Duration> moments = new TreeSet<>();
    while (moments.size() < KILLS) {
      moments.add(Duration.ofSeconds(1 + random.nextInt(LAST_KILL_SECONDS)));
    }
    return moments;
  }

  /// Every session has a driver, and each was told of its present version.
  private static void everybodyWasToldOfWhatIsThere(Api api) {
    Map<String, Long> versions = new HashMap<>();
    api.get("notification", "/manifests")
        .body()
        .forEach(m -> versions.put(m.path("manifest").asString(), m.path("version").asLong()));
    Map<String, Long> told = new HashMap<>();
    api.get("notification", "/standings")
        .body()
        .forEach(s -> told.put(s.path("manifest").asString(), s.path("told").asLong()));
    assertThat(told).as("seed " + SEED).hasSize(SESSIONS).isEqualTo(versions);
    assertThat(versions.values().stream().mapToLong(v -> v - 1).sum())
        .as("versions that the changes made, seed " + SEED)
        .isGreaterThanOrEqualTo(CHANGES);
  }

  private static Faults faults() {
    return Faults.seeded(
            SEED,
            Map.of(
                Fault.LOSE, 0.20,
                Fault.DOUBLE_TEXT, 0.05,
                Fault.DOUBLE_REPORT, 0.05,
                Fault.LATE, 0.10,
                Fault.FAIL, 0.05,
                Fault.SLOW, 0.03,
                Fault.DROP_BEFORE, 0.03,
                Fault.DROP_AFTER, 0.03,
                Fault.BUSY, 0.03))
        .taking(Duration.ofMillis(50), Duration.ofSeconds(3), Duration.ofSeconds(4));
  }

  private static String number(int driver) {
    return "138%08d".formatted(10_000_000 + driver);
  }

  /// Sessions that begin soon, each for one driver to know; half of the drivers answer.
  private static void open(Api api) {
    var now = LocalDateTime.now(ZONE).truncatedTo(ChronoUnit.MINUTES);
    Map<String, Object> conference = new HashMap<>();
    conference.put("code", "LETTERS");
    conference.put("name", "通知演习");
    conference.put("timezone", ZONE.getId());
    conference.put("starts", now.minusDays(1).toString());
    conference.put("ends", now.plusDays(4).toString());
    conference.put("rehearsal", false);
    var made = api.createConference("conference", conference);
    api.enter(made.body().path("id").asString());
    made.change().ifPresent(api::settled);
    List<Map<String, Object>> contacts = new ArrayList<>();
    for (int i = 0; i < DRIVERS; i++) {
      contacts.add(
          Map.of(
              "code", "D" + i, "role", "driver", "name", "师傅" + i, "phone", number(i), "email",
              ""));
    }
    api.post("registration", "contacts", "notification", "/contacts", contacts);
    List<Map<String, Object>> sessions = new ArrayList<>();
    for (int i = 0; i < SESSIONS; i++) {
      sessions.add(
          Map.of(
              "code", "S" + i,
              "title", "会议" + i,
              "hall", "大厅",
              "starts", now.plusMinutes(20 + i % 5).toString(),
              "contact", "D" + i % DRIVERS));
    }
    api.post("venue", "sessions", "venue", "/sessions", sessions).change().ifPresent(api::settled);
    api.edit(
        Users.OBSERVER,
        "ladder",
        "notification",
        "/ladders/session",
        "PUT",
        "/ladders/session",
        Map.of(
            "steps",
            List.of(
                Map.of("step", "next-channel", "after", "PT10S", "before", "PT0S"),
                Map.of("step", "duty-call", "after", "PT10S", "before", "PT0S")),
            "again",
            "PT1M"));
    api.post(Users.OBSERVER, "live", "notification", "/live", Api.nothing());
  }

  private static boolean move(Api api, int session, int n) {
    var path = "/sessions/S" + session;
    var change =
        api.edit("venue", "move-" + n, "venue", path, "PATCH", path, Map.of("hall", "厅" + n))
            .change();
    change.ifPresent(api::settled);
    return change.isPresent();
  }

  /// Those with an even number answer what they have read.
  private void driversAnswer(ProviderSimulator provider) {
    for (var text : provider.log()) {
      var even = (text.to().charAt(text.to().length() - 1) - '0') % 2 == 0;
      if (even && text.delivered() > 0 && answered.add(text.reference())) {
        var code = CODE.matcher(text.text());
        if (code.find()) {
          provider.receive(text.to(), code.group(1) + " 收到");
        }
      }
    }
  }

  private static Set<String> neitherAcknowledgedNorEscalated(Api api) {
    Set<String> called = new HashSet<>();
    for (var task : api.get("notification", "/call-tasks?open=true&limit=500").body()) {
      called.add(task.path("contact").asString() + " " + task.path("manifest").asString());
    }
    Set<String> open = new TreeSet<>();
    for (var standing : api.get("notification", "/standings?debts=true").body()) {
      var who = standing.path("contact").asString() + " " + standing.path("manifest").asString();
      if (!called.contains(who)) {
        open.add(who);
      }
    }
    return open;
  }

  private static List<JsonNode> letters(Api api) {
    List<JsonNode> letters = new ArrayList<>();
    api.get("notification", "/letters?limit=5000").body().forEach(letters::add);
    return letters;
  }

  /// Line by line: what they have and we have not, and the other way round.
  private static List<String> differences(Api api, List<Text> texts) {
    List<String> differences = new ArrayList<>();
    var ours =
        letters(api).stream()
            .filter(l -> l.path("channel").asString().equals("sms"))
            .collect(Collectors.toMap(l -> l.path("id").asString(), l -> l));
    Set<String> theirs = new HashSet<>();
    for (var text : texts) {
      theirs.add(text.reference());
      var letter = ours.get(text.reference());
      if (letter == null) {
        differences.add("the provider has a text that is no letter of ours: " + text.reference());
      } else {
        compare(text, letter, differences);
      }
    }
    ours.forEach((id, letter) -> {
      var state = letter.path("state").asString();
      if (!theirs.contains(id) && !Set.of("withdrawn", "failed").contains(state)) {
        differences.add("letter " + id + " is " + state + ", and the provider never heard of it");
      }
    });
    return differences;
  }

  private static void compare(Text text, JsonNode letter, List<String> differences) {
    var state = letter.path("state").asString();
    var expected =
        switch (text.state()) {
          case "delivered" -> "delivered";
          case "failed" -> "failed";
          default -> "sent";
        };
    if (!state.equals(expected)) {
      differences.add(
          "letter %s is %s, the provider says %s (%s)"
              .formatted(text.reference(), state, text.state(), text.fault()));
    }
    if (text.requests() != 1) {
      differences.add("letter %s was sent %d times".formatted(text.reference(), text.requests()));
    }
  }

  private static void nothingPersonalIsLogged(MortalPlatform platform) throws IOException {
    var output = platform.log();
    for (int i = 0; i < DRIVERS; i++) {
      assertThat(output).doesNotContain(number(i)).doesNotContain("师傅" + i);
    }
  }
}
