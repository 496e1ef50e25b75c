package org.huiwu.notification.sitepage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.huiwu.notification.paper.Sheets;
import org.huiwu.notification.stream.PageReader;
import org.huiwu.platform.conversations.Upstream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What a recipient reads and acknowledges.
class SitePageTest extends SiteConversation {
  @Autowired private Sheets sheets;

  private static JsonNode mine(Visitor visitor) {
    return visitor.get("/site/me").body().path("manifests");
  }

  private long stored(String column) {
    var value =
        jdbc.queryForObject(
            "select "
                + column
                + " from standing where conference = ? and contact = 'U1' and manifest = 'site:S1'",
            Long.class,
            conference);
    return value == null ? -1 : value;
  }

  @Test
  void in_planning_there_is_nothing_to_see() {
    stop("S1", 1, "U1");
    revises(site.header("arrives", "2030-06-09T16:30"), site.line("p1", "name", "陈静"));
    var page = opened("U1").get("/site/me").body();
    assertThat(page.path("live").asBoolean()).isFalse();
    assertThat(page.path("manifests").isEmpty()).isTrue();
    assertThat(opened("U1").get("/site/manifests/site:S1").code()).isEqualTo("manifest-unknown");
  }

  @Test
  void a_recipient_sees_their_own_manifests_and_nobody_elses() {
    live();
    var page = opened("U1");
    assertThat(mine(page).findValuesAsString("manifest")).containsExactly("site:S1");
    assertThat(mine(page).path(0).path("title").asString()).isEqualTo("S1厂");
    assertThat(mine(page).path(0).path("due").asString()).isEqualTo("2030-06-09T16:30");
    assertThat(mine(page).path(0).path("owed").asBoolean()).isTrue();
    assertThat(page.get("/site/manifests/site:S2").code()).isEqualTo("manifest-unknown");
    assertThat(page.get("/site/manifests/site:S9").code())
        .as("as one that there is not")
        .isEqualTo("manifest-unknown");
    assertThat(page.acknowledge("site:S2", 1, "x").code()).isEqualTo("manifest-unknown");
    assertThat(page.post("/site/manifests/site:S2/seen", "{\"version\":1}").code())
        .isEqualTo("manifest-unknown");
  }

  @Test
  void a_site_knows_whom_to_call_the_duty_room_and_who_leads_each_bus() {
    live();
    desk.create(
        "/contacts",
        """
        [{"code":"DUTY","role":"duty","name":"会务值班室","phone":"0771-5550100","email":""},
         {"code":"MUTE","role":"duty","name":"没有电话","phone":"","email":""},
         {"code":"L1","role":"liaison","name":"韦联络","phone":"13877100071","email":""}]\
        """);
    tells(
        "transport-dispatch",
        List.of(
            Upstream.state("transport-dispatch.trip", "B1", 1, "trip-planned", bus("B1", "L1")),
            Upstream.state("transport-dispatch.trip", "B2", 1, "trip-planned", bus("B2", ""))));
    revises(site.line("p1", "bus", "B1"), site.line("p2", "bus", "B2"));

    var page = opened("U1");
    var duty = page.get("/site/me").body().path("duty");
    assertThat(duty.findValuesAsString("phone")).containsExactly("0771-5550100");
    assertThat(duty.path(0).path("name").asString()).isEqualTo("会务值班室");
    var buses = page.get("/site/manifests/site:S1").body().path("buses");
    assertThat(buses.path("B1").path("leader").path("phone").asString()).isEqualTo("13877100071");
    assertThat(buses.path("B2").path("leader").isNull()).isTrue();
  }

  private static String bus(String code, String contact) {
    return """
    {"code": "%s", "kind": "excursion", "plate": "桂A00001", "seats": 45, "driver": "", "route": "R1",
     "departs": "2030-06-09T14:00", "delegations": [], "from": "", "windowFrom": null, "windowTo": null,
     "contact": "%s", "cancelled": false}\
    """
        .formatted(code, contact);
  }

  @Test
  void a_list_says_what_was_added_struck_out_and_changed_since_it_was_acknowledged() {
    live();
    var page = verified("U1");
    page.acknowledge("site:S1", 1, "老韦");
    revises(site.line("p3", "name", "张文怡"), site.struck("p2"));
    revises(site.line("p1", "name", "陈静静"), site.header("arrives", "2030-06-09T17:00"));
    var sheet = page.get("/site/manifests/site:S1").body();
    assertThat(sheet.path("entry").path("version").asLong()).isEqualTo(3);
    assertThat(sheet.path("entry").path("acknowledged").asLong()).isEqualTo(1);
    assertThat(sheet.path("since").asLong()).isEqualTo(1);
    assertThat(sheet.path("changes").path("p3").path("before").isNull()).isTrue();
    assertThat(sheet.path("changes").path("p2").path("after").isNull()).isTrue();
    assertThat(sheet.path("changes").path("p1").path("before").path("name").asString())
        .isEqualTo("陈静");
    assertThat(sheet.path("headerChanges").path("arrives").path("after").asString())
        .isEqualTo("2030-06-09T17:00");
    assertThat(sheet.path("lines").propertyNames()).containsExactly("p1", "p3");
    assertThat(sheet.path("heads").path("total").asLong()).isEqualTo(2);
    var since = page.get("/site/manifests/site:S1?since=2").body();
    assertThat(since.path("changes").propertyNames()).containsExactly("p1");
    assertThat(page.get("/site/manifests/site:S1?since=4").code())
        .isEqualTo("manifest-version-unknown");
  }

  @Test
  void to_open_and_to_read_marks_nothing_and_acknowledges_nothing() {
    live();
    var page = opened("U1");
    mine(page);
    page.get("/site/manifests/site:S1");
    assertThat(stored("seen")).isZero();
    assertThat(stored("acknowledged")).isZero();
    assertThat(page.post("/site/manifests/site:S1/seen", "{\"version\":1}").status())
        .isEqualTo(204);
    assertThat(stored("seen")).isEqualTo(1);
    assertThat(stored("acknowledged")).isZero();
  }

  @Test
  void an_acknowledgement_covers_what_was_shown_and_all_before_and_says_how_one_stands() {
    live();
    var page = verified("U1");
    revises(site.line("p3", "name", "张文怡"));
    revises(site.line("p4", "name", "李超"));
    var answer = page.acknowledge("site:S1", 2, " 老韦 ");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.body().path("acknowledged").asLong()).isEqualTo(2);
    assertThat(answer.body().path("acknowledgedBy").asString()).isEqualTo("老韦");
    assertThat(answer.body().path("owed").asBoolean()).as("version 3 is owed").isTrue();
    assertThat(page.acknowledge("site:S1", 3, "老韦").body().path("owed").asBoolean()).isFalse();
    assertThat(page.acknowledge("site:S1", 1, "另一人").body().path("acknowledgedBy").asString())
        .as("an older one changes nothing")
        .isEqualTo("老韦");
    assertThat(
            jdbc.queryForList(
                "select version || ' ' || how from acknowledgement where conference = ? order by version",
                String.class,
                conference))
        .containsExactly("2 page", "3 page");
  }

  @Test
  void a_cancellation_is_owed_and_acknowledged_like_any_other_version() {
    live();
    var page = verified("U1");
    page.acknowledge("site:S1", 1, "老韦");
    revises(site.closed());
    var entry = mine(page).path(0);
    assertThat(entry.path("closed").asBoolean()).isTrue();
    assertThat(entry.path("version").asLong()).isEqualTo(2);
    assertThat(entry.path("owed").asBoolean()).isTrue();
    assertThat(page.get("/site/manifests/site:S1").body().path("changes").propertyNames())
        .containsExactly("p1", "p2");
    var answer = page.acknowledge("site:S1", 2, "老韦");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.body().path("owed").asBoolean()).isFalse();
    assertThat(mine(page).path(0).path("owed").asBoolean()).isFalse();
  }

  @Test
  void a_version_that_nobody_was_shown_cannot_be_acknowledged() {
    live();
    var page = verified("U1");
    assertThat(page.acknowledge("site:S1", 2, "老韦").code()).isEqualTo("version-not-told");
    assertThat(page.acknowledge("site:S1", 0, "老韦").status()).isEqualTo(400);
    assertThat(page.acknowledge("site:S1", 1, " ").status()).as("without a name").isEqualTo(400);
    assertThat(stored("acknowledged")).isZero();
  }

  @Test
  void what_one_reads_is_never_acknowledged_as_another_whose_link_was_opened_since() {
    live();
    var first = verified("U1");
    var second = first.anotherWindow();
    assertThat(second.open(link("U2")).status()).isEqualTo(200);
    first.bears(second.cookie());
    assertThat(first.get("/site/me").code()).isEqualTo("another-link-was-opened");
    assertThat(first.acknowledge("site:S1", 1, "老韦").code()).isEqualTo("another-link-was-opened");
    assertThat(stored("acknowledged")).isZero();
  }

  @Test
  void the_stream_tells_of_ones_own_versions_by_number_only_and_what_was_missed_afterwards() {
    live();
    var page = opened("U1");
    String last;
    try (PageReader stream = page.follow("").welcomed()) {
      revises(other.line("p8", "name", "不相干"));
      revises(site.line("p3", "name", "张文怡"));
      await().until(() -> stream.events().size() == 2);
      assertThat(stream.events())
          .containsExactly("following{}", "version{\"manifest\":\"site:S1\",\"version\":2}");
      last = stream.lastId();
    }
    revises(site.line("p4", "name", "李超"));
    revises(other.line("p7", "name", "不相干"));
    try (PageReader stream = page.follow(last)) {
      await().until(() -> stream.events().size() == 2);
      assertThat(stream.events().get(1))
          .isEqualTo("version{\"manifest\":\"site:S1\",\"version\":3}");
    }
  }

  @Test
  void what_happens_to_others_is_no_sign_of_life_so_each_page_has_its_own() throws Exception {
    live();
    var page = opened("U1");
    var busy = new java.util.concurrent.atomic.AtomicBoolean(true);
    var others =
        Thread.ofVirtual()
            .start(() -> {
              for (int i = 0; busy.get(); i++) {
                revises(other.line("p" + (100 + i), "name", "不相干"));
              }
            });
    try (PageReader stream = page.follow("").welcomed()) {
      await().until(() -> stream.signsOfLife() >= 2);
    } finally {
      busy.set(false);
      others.join();
    }
  }

  @Test
  void what_one_device_acknowledges_the_recipients_others_are_told() {
    live();
    var page = verified("U1");
    var second = opened("U1");
    var neighbour = opened("U2");
    try (PageReader stream = second.follow("").welcomed();
        PageReader neighbours = neighbour.follow("").welcomed()) {
      page.acknowledge("site:S1", 1, "老韦");
      await().until(() -> stream.events().size() == 2);
      assertThat(stream.events().get(1))
          .isEqualTo("acknowledged{\"manifest\":\"site:S1\",\"version\":1}");
      revises(other.line("p8", "name", "后来"));
      await().until(() -> neighbours.events().size() == 2);
      assertThat(neighbours.events().get(1)).startsWith("version{\"manifest\":\"site:S2\"");
    }
  }

  @Test
  void a_stream_that_one_may_not_follow_is_refused() {
    try (PageReader stream = new Visitor(port).follow("")) {
      await().until(() -> stream.status() == 404);
    }
  }

  @Test
  void the_newest_version_is_had_as_pdf_and_workbook_by_its_recipients_only() {
    live();
    var page = opened("U1");
    var pdf = page.file("/site/manifests/site:S1/paper.pdf?language=zh");
    assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
    assertThat(page.file("/site/manifests/site:S1/paper.xlsx")).startsWith('P', 'K');
    assertThat(page.get("/site/manifests/site:S2/paper.pdf").code()).isEqualTo("manifest-unknown");
    assertThat(new Visitor(port).get("/site/manifests/site:S1/paper.pdf").code())
        .isEqualTo("link-not-valid");
  }

  @Test
  void in_a_rehearsal_page_and_paper_have_the_same_time_and_it_stays_what_it_was() {
    var set =
        desk.create("/rehearsal-clock", "{\"localTime\": \"2030-06-08T08:00\", \"rate\": 1000}");
    assertThat(set.status()).as(set.toString()).isEqualTo(200);
    live();
    var page = opened("U1");
    var shown = cutAt(page);
    revises(other.line("p7", "name", "不相干"));
    revises(other.line("p8", "name", "不相干"));
    assertThat(cutAt(page)).isCloseTo(shown, within(2, ChronoUnit.MINUTES));
    var sheet = sheets.of(Sheets.Wanted.current(conference, "site:S1", Locale.CHINESE));
    assertThat(LocalDateTime.ofInstant(sheet.cutAt(), sheet.zone()))
        .isCloseTo(shown, within(2, ChronoUnit.MINUTES));
  }

  private static LocalDateTime cutAt(Visitor page) {
    return LocalDateTime.parse(mine(page).path(0).path("cutAt").asString());
  }

  @Test
  void no_name_number_or_code_is_in_the_audit_trail() {
    live();
    var page = verified("U1");
    page.acknowledge("site:S1", 1, "老韦");
    var trail =
        String.join("\n", jdbc.queryForList("select a::text from audit_entry a", String.class));
    assertThat(trail).contains("contact U1", "acknowledge-on-page");
    assertThat(List.of("老韦", "13877100067", sentTo("U1", 1), page.cookie()))
        .noneMatch(trail::contains);
  }
}
