package org.huiwu.notification.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.huiwu.notification.LiveConference;
import org.junit.jupiter.api.Test;

/// A badge shows the way, not the room (ADR 0030).
class PersonalPageTest extends PersonalConversation {

  @Test
  void a_badge_shows_schedule_bus_sites_and_whom_to_call() {
    var page = new Browser(port).open(badge("p1"));
    assertThat(page.path("published").asBoolean()).isTrue();
    assertThat(page.path("delegation").asString()).isEqualTo("广东省代表团");
    assertThat(page.path("sessions").findValuesAsString("hall")).containsExactly("朱槿厅");
    var bus = page.path("buses").path(0);
    assertThat(bus.path("trip").asString()).isEqualTo("B1");
    assertThat(bus.path("plate").asString()).isEqualTo("桂A00001");
    assertThat(bus.path("departs").asString()).isEqualTo("2026-06-10T08:00");
    assertThat(bus.path("route").asString()).isEqualTo("青秀山线");
    assertThat(page.path("sites").path(0).path("arrives").asString()).isEqualTo("2026-06-10T09:00");
    assertThat(page.path("sites").path(0).path("plate").asString()).isEqualTo("桂A00001");
    assertThat(page.path("telephones").findValuesAsString("phone"))
        .containsExactly("19900000031", "0771-5550100");
    assertThat(page.path("meals").findValuesAsString("code"))
        .as("on the route and by rank; no hotel's")
        .containsExactly("BANQUET", "LUNCH");
  }

  @Test
  void a_photographed_badge_tells_nobody_where_somebody_sleeps_or_with_which_flight_they_come() {
    var browser = new Browser(port);
    var opened = browser.open(badge("p1"));
    assertThat(opened.path("own").isNull()).isTrue();
    for (var text : List.of(opened.toString(), browser.page().text())) {
      assertThat(text)
          .doesNotContain(
              "1808",
              "宾馆YL",
              "荔园",
              "YL",
              "0771-5550200",
              "CZ3029",
              "D3570",
              "NNG",
              "桂A00007",
              "2026-06-08T10:35",
              "2026-06-12T19:05",
              PHONE);
    }
  }

  @Test
  void a_code_on_the_delegates_own_phone_opens_room_itinerary_and_pickup() {
    var own = confirmed().page().body().path("own");
    assertThat(own.path("rooms").path(0).path("room").asString()).isEqualTo("1808");
    assertThat(own.path("rooms").path(0).path("title").asString()).isEqualTo("宾馆YL");
    assertThat(own.path("rooms").path(0).path("phone").asString()).isEqualTo("0771-5550200");
    assertThat(own.path("arrival").path("number").asString()).isEqualTo("CZ3029");
    assertThat(own.path("departure").path("time").asString()).isEqualTo("2026-06-12T19:05");
    assertThat(own.path("pickups").path(0).path("plate").asString()).isEqualTo("桂A00007");
  }

  @Test
  void who_has_photographed_the_badge_cannot_switch_off_its_bearers_reminders() {
    var photographer = new Browser(port);
    photographer.open(badge("p1"));
    var refused = photographer.post("choice", "{\"messages\": false, \"language\": \"en\"}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("choice-needs-code");
    assertThat(photographer.page().body().path("choice").path("messages").asBoolean()).isTrue();
    var owner = confirmed();
    owner.post("choice", "{\"messages\": false, \"language\": \"en\"}");
    assertThat(owner.page().body().path("choice").path("messages").asBoolean()).isFalse();
  }

  @Test
  void a_code_opens_it_in_the_browser_that_asked_and_in_no_other() {
    var link = badge("p1");
    var photographer = new Browser(port);
    photographer.open(link);
    var owner = new Browser(port);
    owner.open(link);
    owner.post("pin", "{}");
    var stolen = code();
    assertThat(photographer.post("pin/verification", "{\"pin\": \"" + stolen + "\"}").status())
        .isEqualTo(409);
    assertThat(owner.post("pin/verification", "{\"pin\": \"" + stolen + "\"}").status())
        .isEqualTo(200);
    assertThat(photographer.page().body().path("own").isNull()).isTrue();
    assertThat(owner.page().body().path("own").isNull()).isFalse();
  }

  @Test
  void the_code_goes_to_the_registered_number_and_to_no_contact() {
    var browser = new Browser(port);
    browser.open(badge("p1"));
    browser.post("pin", "{}");
    code();
    assertThat(sink())
        .filteredOn(l -> l.path("text").asString().contains("验证码"))
        .extracting(l -> l.path("address").asString())
        .containsOnly(PHONE);
    var hijack =
        desk.create(
            "/contacts",
            """
            [{"code": "person:p1", "role": "driver", "name": "某", "phone": "13800000000", "email": ""}]\
            """);
    assertThat(hijack.status()).as("no contact takes a delegate's place").isEqualTo(400);
  }

  @Test
  void five_wrong_codes_are_enough_and_the_right_one_is_late_then() {
    var browser = new Browser(port);
    browser.open(badge("p1"));
    browser.post("pin", "{}");
    var right = code();
    var wrong = right.equals("000000") ? "000001" : "000000";
    for (int i = 0; i < 4; i++) {
      assertThat(browser.post("pin/verification", "{\"pin\": \"" + wrong + "\"}").code())
          .isEqualTo("pin-wrong");
    }
    assertThat(browser.post("pin/verification", "{\"pin\": \"" + wrong + "\"}").code())
        .isEqualTo("pin-locked");
    assertThat(browser.post("pin/verification", "{\"pin\": \"" + right + "\"}").code())
        .isEqualTo("pin-locked");
    assertThat(browser.page().body().path("own").isNull()).isTrue();
  }

  @Test
  void what_the_code_opened_closes_after_a_day() {
    var browser = confirmed();
    jdbc.update(
        "update personal_session set confirmed_until = confirmed_until - interval '24 hours' where conference = ?",
        conference);
    assertThat(browser.page().body().path("own").isNull()).isTrue();
    assertThat(browser.page().body().path("buses")).isNotEmpty();
  }

  @Test
  void who_has_no_number_gets_no_code() {
    delegates.person("p2", "");
    var browser = new Browser(port);
    assertThat(browser.open(badge("p2")).path("reachable").asBoolean()).isFalse();
    assertThat(browser.post("pin", "{}").code()).isEqualTo("delegate-without-phone");
  }

  @Test
  void in_planning_a_page_says_that_there_is_nothing_yet_and_no_code_is_sent() {
    var other = UUID.randomUUID();
    conference = other;
    desk = at(other);
    live = new LiveConference(other, desk, this::say).rehearsal();
    clockAt("2026-06-01T12:00");
    delegates = new Delegates(live, desk).programme();
    delegates.person("p1", PHONE);
    delegates.seated("p1");
    var browser = new Browser(port);
    var page = browser.open(badge("p1"));
    assertThat(page.path("published").asBoolean()).isFalse();
    assertThat(page.path("buses")).isEmpty();
    assertThat(page.path("sessions")).isEmpty();
    assertThat(browser.post("pin", "{}").code()).isEqualTo("in-planning");
  }

  @Test
  void a_companion_has_no_seat_in_a_session_and_no_place_at_a_banquet_by_rank() {
    delegates.companion("c1", "p1");
    delegates.seated("c1");
    var page = new Browser(port).open(badge("c1"));
    assertThat(page.path("sessions")).isEmpty();
    assertThat(page.path("meals").findValuesAsString("code")).containsExactly("LUNCH");
    assertThat(page.path("buses")).hasSize(1);
  }

  @Test
  void who_comes_after_a_session_is_told_so_only_after_the_code() {
    delegates.person("p1", PHONE);
    live.says(
        "registration",
        "itinerary",
        "p1",
        """
        {"arrival": {"time": "2026-06-09T15:00", "place": "NNG", "number": "CZ1"},
         "departure": {"time": null, "place": "", "number": ""}}\
        """);
    var badge = new Browser(port).open(badge("p1"));
    assertThat(badge.path("sessions").path(0).path("absent").asBoolean()).isFalse();
    var own = confirmed().page().body();
    assertThat(own.path("sessions").path(0).path("absent").asBoolean()).isTrue();
    assertThat(own.path("meals").findValuesAsString("code")).contains("DINNER");
  }

  @Test
  void a_page_is_told_that_its_line_stands_by_an_event_that_its_script_hears() throws Exception {
    var browser = new Browser(port);
    browser.open(badge("p1"));
    var answer = browser.http().send(browser.follow(), BodyHandlers.ofLines());
    try (var lines = answer.body()) {
      assertThat(lines.filter(l -> !l.startsWith("id:")).limit(6).toList())
          .containsExactly("event:following", "data:{}", "", "event:alive", "data:{}", "");
    }
  }

  @Test
  void a_session_that_has_ended_ends_its_stream_though_nothing_happens() throws Exception {
    var browser = confirmed();
    var answer = browser.http().send(browser.follow(), BodyHandlers.ofLines());
    browser.post("end", "{}");
    try (var lines = answer.body()) {
      assertThat(lines.filter(l -> l.startsWith("event:")).toList())
          .last()
          .isEqualTo("event:closed");
    }
  }

  @Test
  void the_stream_says_when_something_of_mine_changed_and_not_of_others() throws Exception {
    delegates.person("p2", "19900000056");
    delegates.seated("p2");
    var browser = new Browser(port);
    browser.open(badge("p1"));
    List<String> heard = new CopyOnWriteArrayList<>();
    var answer = browser.http().send(browser.follow(), BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    var reader =
        Thread.ofVirtual()
            .start(() ->
                new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))
                    .lines()
                    .filter(l -> l.startsWith("event:") && !l.equals("event:alive"))
                    .forEach(heard::add));
    await().atMost(PATIENCE).until(() -> heard.contains("event:following"));
    delegates.switches("p2");
    live.revises(delegates.rooming.says(java.util.Map.of("p9", java.util.Map.of("room", "1"))));
    delegates.switches("p1");
    await().atMost(PATIENCE).until(() -> heard.contains("event:changed"));
    assertThat(heard).containsExactly("event:following", "event:changed");
    delegates.retimesFirst("2026-06-10T07:50");
    delegates.switchesBack("p1");
    await().atMost(PATIENCE).until(() -> heard.size() == 3);
    delegates.retimesFirst("2026-06-10T07:40");
    await().atMost(PATIENCE).until(() -> heard.size() == 4);
    assertThat(browser.page().body().path("buses").path(0).path("departs").asString())
        .isEqualTo("2026-06-10T07:40");
    desk.create("/people/p1/personal-link-revocations", "");
    await().atMost(PATIENCE).until(() -> heard.contains("event:closed"));
    reader.join(PATIENCE);
    assertThat(reader.isAlive()).isFalse();
  }
}
