package org.huiwu.drills;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.huiwu.drills.ConferencePackage.Line;
import tools.jackson.databind.JsonNode;

/// Whether exactly those are told of a change who receive what it revises, each once per quiet time
/// and channel: the conference goes live before the first line, as a rehearsal, so that its letters
/// end in the sink. Who receives a manifest is whom the package's own inventory names.
final class Told {
  private static final List<String> TOLD_COLUMNS = List.of("seq", "manifest", "version", "contact");
  private static final List<String> LETTER_COLUMNS =
      List.of("contact", "channel", "purpose", "state", "manifest", "version");

  /// Of the conference's time: a quiet time of one minute takes a second.
  private static final int CLOCK_RATE = 60;

  /// The shortest quiet time by channel, as the rule says it and not as the letters do.
  private static final Map<String, Duration> LEAST_QUIET =
      Map.of(
          "webhook", Duration.ofSeconds(10),
          "sms", Duration.ofSeconds(15),
          "email", Duration.ofMinutes(1));

  /// Instants are kept in microseconds, waits are reckoned in milliseconds.
  private static final Duration ROUNDING = Duration.ofMillis(2);

  private static final int LONGEST_LIST = 5_000;
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final ConferencePackage files;
  private final Api api;
  private final Map<String, String> receives = new TreeMap<>();
  private final Outcome told = new Outcome("told.csv", TOLD_COLUMNS);
  private final Set<String> owed = new HashSet<>();
  private final List<String> differences = new ArrayList<>();

  Told(ConferencePackage files, Api api) {
    this.files = files;
    this.api = api;
    Set<String> contacts = new HashSet<>();
    files
        .table("contacts.csv", "code,role,name,phone,email")
        .rows()
        .forEach(row -> contacts.add(row.get("code")));
    named("rooming:", files.table("hotels.csv", "code,name,contact"), contacts);
    named("meal:", files.table("meals.csv", "code,starts,cutoff,kitchen,scope,contact"), contacts);
    named(
        "trip:",
        files.table(
            "trips.csv",
            "code,kind,plate,seats,driver,route,departs,delegations,from,window_from,window_to,contact"),
        contacts);
    named(
        "site:", files.table("stops.csv", "code,route,seq,name,arrives,leaves,contact"), contacts);
    named("session:", files.table("sessions.csv", "code,title,hall,starts,contact"), contacts);
  }

  private void named(String kind, Table table, Set<String> contacts) {
    table
        .rows()
        .forEach(row -> {
          if (contacts.contains(row.get("contact"))) {
            receives.put(kind + row.get("code"), row.get("contact"));
          }
        });
  }

  /// Before the first line: everybody is told the first version of what they receive.
  void goLive() {
    if (!files.timeline().isEmpty()) {
      var begins = files.timeline().getFirst().text("at");
      api.post(
          Users.OBSERVER,
          "rehearsal-clock",
          "notification",
          "/rehearsal-clock",
          Map.of("localTime", begins, "rate", CLOCK_RATE));
    }
    api.post(Users.OBSERVER, "live", "notification", "/live", Api.nothing());
  }

  /// @param change as it was when it had settled
  void of(Line line, JsonNode change) {
    Set<String> expected = new TreeSet<>();
    for (var revised : change.path("revised")) {
      var manifest = revised.path("manifest").asString();
      var contact = receives.get(manifest);
      if (contact != null) {
        expected.add(key(manifest, revised.path("version").asLong(), contact));
      }
    }
    Set<String> found = new TreeSet<>();
    if (change.path("revised").isEmpty()) {
      return;
    }
    var file = api.get("notification", "/cases/" + change.path("id").asString()).body();
    for (var version : file.path("told")) {
      for (var recipient : version.path("recipients")) {
        var manifest = version.path("manifest").asString();
        var number = version.path("version").asLong();
        var contact = recipient.path("contact").asString();
        found.add(key(manifest, number, contact));
        told.add(Integer.toString(line.seq()), manifest, Long.toString(number), contact);
      }
    }
    owed.addAll(found);
    missing(expected, found, "line " + line.seq() + ": was not told of ");
    missing(found, expected, "line " + line.seq() + ": was told and does not receive ");
  }

  private void missing(Set<String> all, Set<String> of, String words) {
    all.stream().filter(k -> !of.contains(k)).forEach(k -> differences.add(words + k));
  }

  private static String key(String manifest, long version, String contact) {
    return manifest + " version " + version + " -> " + contact;
  }

  /// Waits for the last letters, and looks whether they tell every version once.
  ///
  /// @return what was written, for the drill to keep
  List<Outcome> end() {
    var letters = ended();
    var written = new Outcome("letters.csv", LETTER_COLUMNS);
    Map<String, JsonNode> before = new HashMap<>();
    Map<String, Long> saidUpTo = new HashMap<>();
    for (var letter : letters) {
      for (var item : letter.path("items")) {
        written.add(
            letter.path("contact").asString(),
            letter.path("channel").asString(),
            letter.path("purpose").asString(),
            letter.path("state").asString(),
            item.path("manifest").asString(),
            item.path("toVersion").asString());
      }
      var purpose = letter.path("purpose").asString();
      if (!letter.path("state").asString().equals("withdrawn")
          && (purpose.equals("first") || purpose.equals("revision"))) {
        once(letter, before, saidUpTo);
      }
    }
    owed.forEach(k -> {
      var manifest = k.substring(0, k.indexOf(" version "));
      var version = Long.parseLong(k.substring(k.indexOf(" version ") + 9, k.indexOf(" -> ")));
      var contact = k.substring(k.indexOf(" -> ") + 4);
      if (saidUpTo.getOrDefault(contact + " " + manifest, 0L) < version) {
        differences.add("no letter told " + k);
      }
    });
    return List.of(told, written);
  }

  /// A letter goes out no sooner than the quiet time after it was planned, the next one to the same
  /// recipient by the same channel is planned no sooner than the first has gone, and none says what
  /// was said.
  ///
  /// @param before the last letter to each recipient on each channel
  private void once(JsonNode letter, Map<String, JsonNode> before, Map<String, Long> saidUpTo) {
    var contact = letter.path("contact").asString();
    if (!letter.path("state").asString().equals("delivered")) {
      differences.add(
          "a letter to %s is %s (%s)"
              .formatted(
                  contact, letter.path("state").asString(), letter.path("reason").asString("")));
      return;
    }
    var channel = letter.path("channel").asString();
    var way = contact + " " + channel;
    var last = before.put(way, letter);
    // what is told when the conference goes live waits for nothing: nothing else is to come
    if (last != null) {
      var quiet =
          LEAST_QUIET.getOrDefault(channel, Duration.ZERO).dividedBy(CLOCK_RATE).minus(ROUNDING);
      var planned = at(letter, "plannedAt");
      if (at(letter, "sentAt").isBefore(planned.plus(quiet))) {
        differences.add("a letter without a quiet time to " + way);
      }
      var soonest =
          last.path("purpose").asString().equals("first")
              ? at(last, "plannedAt")
              : at(last, "plannedAt").plus(quiet);
      if (planned.isBefore(soonest)) {
        differences.add("two letters within one quiet time to " + way);
      }
    }
    for (var item : letter.path("items")) {
      var about = contact + " " + item.path("manifest").asString();
      var version = item.path("toVersion").asLong();
      if (saidUpTo.getOrDefault(about, 0L) >= version) {
        differences.add("version " + version + " was told twice: " + about);
      }
      saidUpTo.merge(about, version, Math::max);
    }
  }

  /// The letters in the order in which they were planned, once none is waiting any more.
  private List<JsonNode> ended() {
    var deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      var letters = letters();
      var open =
          letters.stream()
              .filter(l -> Set.of("first", "revision").contains(l.path("purpose").asString()))
              .filter(l -> Set.of("waiting", "sending").contains(l.path("state").asString()))
              .count();
      if (open == 0) {
        return letters;
      }
      if (System.nanoTime() > deadline) {
        differences.add(open + " letters have not gone out");
        return letters;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /// All of them, the oldest first.
  private List<JsonNode> letters() {
    List<JsonNode> letters = new ArrayList<>();
    var path = "/letters?limit=" + LONGEST_LIST;
    JsonNode page;
    do {
      var from = letters.isEmpty() ? "" : "&before=" + letters.getLast().path("id").asString();
      page = api.get("notification", path + from).body();
      page.forEach(letters::add);
    } while (page.size() == LONGEST_LIST);
    return letters.reversed();
  }

  private static Instant at(JsonNode letter, String field) {
    return Instant.parse(letter.path(field).asString());
  }

  List<String> differences() {
    return differences;
  }
}
