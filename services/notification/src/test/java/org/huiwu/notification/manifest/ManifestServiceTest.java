package org.huiwu.notification.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.notification.Owner;
import org.huiwu.notification.RippleConversation;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.huiwu.platform.messaging.Changeset.Part;
import org.huiwu.platform.messaging.WireJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

class ManifestServiceTest extends RippleConversation {
  private static final TypeReference<Map<String, Map<String, String>>> LINES =
      new TypeReference<>() {};

  private Owner rooms = new Owner("");

  @BeforeEach
  void a_hotel() {
    rooms = new Owner("rooming:南宁 H1");
  }

  private static String at(Owner owner) {
    return "/manifests/" + owner.manifest();
  }

  /// One settled change in which accommodation says these one after another.
  private JsonNode says(ManifestDelta... deltas) {
    var story = story();
    var id = story.root();
    List<Changeset> parts = new ArrayList<>();
    for (int n = 1; n <= deltas.length; n++) {
      var next = n == deltas.length ? null : UUID.randomUUID();
      parts.add(story.part(id, "accommodation", new Part(n, next), List.of(), deltas[n - 1]));
      id = next == null ? id : next;
    }
    say(parts);
    return settled(story.root());
  }

  private static Map<String, Map<String, String>> lines(JsonNode content) {
    return WireJson.mapper().convertValue(content.path("lines"), LINES);
  }

  private String hash(String column, Owner owner) {
    return String.valueOf(
        jdbc.queryForObject(
            "select " + column + " from manifest where conference = ? and manifest = ?",
            String.class,
            conference,
            owner.manifest()));
  }

  @Test
  void every_version_stays_as_it_was_and_any_two_can_be_compared() {
    var first = rooms.header("hotel", "H1");
    says(first, rooms.line("p", "room", "1"), rooms.line("q", "room", "2"));
    var one = rooms.lines();
    says(rooms.line("p", "room", "3"));
    var two = rooms.lines();
    says(rooms.struck("q"), rooms.line("r", "room", "2"));
    var three = rooms.lines();
    says(rooms.line("p", "room", "1"), rooms.header("hotel", "H2"));
    var four = rooms.lines();

    assertThat(versions()).containsExactly(rooms.manifest() + "@4");
    var contents = List.of(one, two, three, four);
    for (int n = 1; n <= contents.size(); n++) {
      var content = desk.get(at(rooms) + "/versions/" + n).body();
      assertThat(lines(content)).as("version " + n).isEqualTo(contents.get(n - 1));
      assertThat(content.path("header").path("hotel").asString()).isEqualTo(n == 4 ? "H2" : "H1");
      assertThat(content.path("version").asLong()).isEqualTo(n);
    }
    var current = desk.get(at(rooms));
    assertThat(current.etag()).isEqualTo("\"4\"");
    assertThat(lines(current.body())).isEqualTo(four);
    assertThat(desk.get(at(rooms) + "/versions").body()).hasSize(4);

    assertThat(difference(1, 4))
        .isEqualTo(
            """
            {"header":{"hotel":{"before":"H1","after":"H2"}},\
            "lines":{"q":{"before":{"room":"2"},"after":null},"r":{"before":null,"after":{"room":"2"}}}}\
            """);
    assertThat(difference(4, 1))
        .isEqualTo(
            """
            {"header":{"hotel":{"before":"H2","after":"H1"}},\
            "lines":{"q":{"before":null,"after":{"room":"2"}},"r":{"before":{"room":"2"},"after":null}}}\
            """);
    assertThat(difference(2, 3)).doesNotContain("\"p\"");
    assertThat(difference(3, 3)).isEqualTo("{\"header\":{},\"lines\":{}}");
    assertThat(difference(0, 1)).contains("\"before\":null", "\"p\"", "\"q\"");
  }

  private String difference(long from, long to) {
    var body = desk.get(at(rooms) + "/difference?from=" + from + "&to=" + to).body();
    return "{\"header\":" + body.path("header") + ",\"lines\":" + body.path("lines") + "}";
  }

  @Test
  void a_change_of_very_many_parts_and_lines_is_one_version_and_says_how_many_lines_it_revises() {
    says(rooms.header("hotel", "H1"), rooms.lines("p", 0, 200, "room", "1"));
    List<ManifestDelta> deltas = new ArrayList<>();
    for (int part = 0; part < 30; part++) {
      deltas.add(rooms.lines("p", part * 100, part * 100 + 150, "room", "part " + part));
    }
    deltas.add(rooms.lines("p", 0, 50, "room", "1"));
    deltas.add(rooms.header("hotel", "H2"));
    var change = says(deltas.toArray(ManifestDelta[]::new));

    assertThat(versions()).containsExactly(rooms.manifest() + "@2");
    var revised = change.path("revised").path(0);
    assertThat(revised.path("lineCount").asLong())
        .as("50 have come back to where they were")
        .isEqualTo(3_050 - 50);
    assertThat(revised.path("lines").isEmpty()).isTrue();
    assertThat(revised.path("header").path("hotel").path("after").asString()).isEqualTo("H2");
    var current = desk.get(at(rooms)).body();
    assertThat(lines(current)).isEqualTo(rooms.lines());
    var difference = desk.get(at(rooms) + "/difference?from=1&to=2").body().path("lines");
    assertThat(difference.size()).isEqualTo(3_000);
    assertThat(difference.has("p0")).isFalse();
    assertThat(difference.path("p120").toString())
        .isEqualTo("{\"before\":{\"room\":\"1\"},\"after\":{\"room\":\"part 1\"}}");
    assertThat(hash("hash", rooms)).isEqualTo(rooms.hash());
    assertThat(lines(desk.get(at(rooms) + "/versions/1").body())).hasSize(200);
  }

  @Test
  void lines_that_come_by_the_hundred_keep_every_character() {
    says(rooms.lines("\\N\t\\t\n\r\\𠮷·", 0, 150, "room", "\\N\ttab \\\n\"龙\"\u0001"));
    assertThat(lines(desk.get(at(rooms)).body())).hasSize(150).isEqualTo(rooms.lines());
    assertThat(lines(desk.get(at(rooms) + "/versions/1").body())).isEqualTo(rooms.lines());
    assertThat(hash("hash", rooms)).isEqualTo(rooms.hash());
  }

  @Test
  void what_is_not_there_is_said_so() {
    assertThat(desk.get("/manifests/rooming:none").code()).isEqualTo("manifest-unknown");
    assertThat(desk.get("/manifests/rooming:none/versions").code()).isEqualTo("manifest-unknown");
    says(rooms.line("p", "room", "1"));
    assertThat(desk.get(at(rooms) + "/versions/2").code()).isEqualTo("manifest-version-unknown");
    assertThat(desk.get(at(rooms) + "/versions/0").code()).isEqualTo("manifest-version-unknown");
    assertThat(desk.get(at(rooms) + "/difference?from=1&to=2").code())
        .isEqualTo("manifest-version-unknown");
    assertThat(desk.get(at(rooms) + "/difference?from=-1&to=1").code())
        .isEqualTo("manifest-version-unknown");
  }

  @Test
  void the_published_content_has_the_owners_hash() {
    says(rooms.header("hotel", "H1"), rooms.line("p", "room", "1"));
    says(rooms.line("q", "name", "某人"), rooms.line("p", "room", "2"));
    says(rooms.struck("p"));
    assertThat(hash("hash", rooms)).isEqualTo(rooms.hash());
    assertThat(hash("taken_hash", rooms)).isEqualTo(rooms.hash());
  }

  @Test
  void a_cancelled_one_is_closed_and_its_past_can_be_read() {
    says(rooms.header("hotel", "H1"), rooms.line("p", "room", "1"));
    assertThat(desk.get(at(rooms)).body().path("closed").asBoolean()).isFalse();
    says(rooms.closed());
    var closed = desk.get(at(rooms)).body();
    assertThat(closed.path("closed").asBoolean()).isTrue();
    assertThat(closed.path("lines")).isEmpty();
    assertThat(lines(desk.get(at(rooms) + "/versions/1").body())).containsOnlyKeys("p");
    assertThat(desk.get("/manifests").body().findValuesAsString("closed")).containsExactly("true");
  }

  @Test
  void a_gap_is_mended_from_the_owner_as_a_change_of_its_own() {
    says(rooms.header("hotel", "H1"), rooms.line("p", "room", "1"), rooms.line("s", "room", "9"));
    rooms.line("lost", "room", "2");
    rooms.struck("s");
    says(rooms.line("q", "room", "3"));
    assertThat(suspect()).as("its owner does not answer yet").isTrue();
    assertThat(hash("hash", rooms)).isNotEqualTo(rooms.hash());

    OWNER.has(conference, rooms.whole());
    await().until(() -> !suspect());
    assertThat(versions()).containsExactly(rooms.manifest() + "@3");
    assertThat(lines(desk.get(at(rooms)).body())).isEqualTo(rooms.lines());
    assertThat(hash("hash", rooms)).isEqualTo(rooms.hash());

    var root = desk.get(at(rooms) + "/versions").body().get(2).path("change").asString();
    var change = desk.get("/changes/" + root).body();
    assertThat(change.path("action").asString()).isEqualTo("repair-manifest");
    assertThat(change.path("state").asString()).isEqualTo("settled");
    assertThat(change.path("revised")).hasSize(1);
    assertThat(change.path("revised").get(0).path("lines").propertyNames())
        .containsExactlyInAnyOrder("lost", "s");

    says(rooms.line("t", "room", "5"));
    assertThat(suspect()).isFalse();
    assertThat(hash("hash", rooms)).isEqualTo(rooms.hash());
  }

  @Test
  void what_the_repair_was_ahead_of_neither_comes_back_nor_makes_it_suspect_again() {
    says(rooms.line("p", "room", "1"));
    var open = story();
    var root = open.begins("accommodation", List.of("x"), rooms.line("brief", "room", "2"));
    rooms.struck("brief");
    var gap = story();
    say(List.of(root, gap.begins("accommodation", List.of(), rooms.line("q", "room", "3"))));
    settled(gap.root());
    var late = rooms.line("r", "room", "4");
    OWNER.has(conference, rooms.whole());
    await().until(() -> !suspect());
    assertThat(lines(desk.get(at(rooms)).body())).isEqualTo(rooms.lines());

    says(late);
    assertThat(suspect()).as("the owner was only ahead").isFalse();
    say(List.of(open.reads("x", root)));
    settled(open.root());
    assertThat(lines(desk.get(at(rooms)).body())).isEqualTo(rooms.lines());
    assertThat(hash("hash", rooms)).isEqualTo(rooms.hash());
    says(rooms.line("s", "room", "5"));
    assertThat(suspect()).isFalse();
    assertThat(hash("hash", rooms)).isEqualTo(rooms.hash());
  }

  private boolean suspect() {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select suspect from manifest where conference = ? and manifest = ?",
            Boolean.class,
            conference,
            rooms.manifest()));
  }
}
