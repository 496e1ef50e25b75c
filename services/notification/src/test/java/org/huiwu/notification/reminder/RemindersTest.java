package org.huiwu.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.huiwu.notification.personal.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/// Who is reminded of what, when, and once.
class RemindersTest extends ReminderConversation {

  @Test
  void free_text_goes_once_to_everybody_selected() {
    free("{delegation}的代表：请带好证件。");
    var reminder = order("note", "\"delegation\": \"GD\"");
    untilAllAreDealtWith(reminder);
    await().atMost(PATIENCE).until(() -> sent().size() == 2);
    assertThat(sent())
        .isEqualTo(
            Map.of(
                "19900000001", List.of("广东省代表团的代表：请带好证件。"),
                "19900000002", List.of("广东省代表团的代表：请带好证件。")));
    assertThat(people(reminder).path("delivered").asInt()).isEqualTo(2);
  }

  @Test
  void before_a_bus_departs_those_who_are_on_it_then_are_reminded() {
    var reminder = order("bus-departs", "\"route\": \"R1\"");
    assertThat(desk.get("/reminders/" + reminder).body().path("occasionsLeft").asInt())
        .isEqualTo(2);
    delegates.switches("p2");
    clockAt("2026-06-10T07:35");
    untilAllAreDealtWith(reminder);
    await().atMost(PATIENCE).until(() -> sent().size() == 2);
    assertThat(sent().get("19900000001"))
        .singleElement()
        .asString()
        .contains("B1", "桂A00001", "08:00");
    assertThat(sent().get("19900000002"))
        .singleElement()
        .asString()
        .contains("B2", "桂A00002", "08:30");
  }

  @Test
  void a_bus_that_leaves_earlier_takes_its_reminder_along() {
    var reminder = order("bus-departs", "\"bus\": \"B1\"");
    var before = sendAfter(reminder);
    delegates.retimesFirst("2026-06-09T18:00");
    assertThat(Duration.between(sendAfter(reminder), before))
        .as("from 07:00 tomorrow to an hour before 18:00 today")
        .isBetween(Duration.ofHours(13), Duration.ofHours(15));
  }

  private java.time.Instant sendAfter(String reminder) {
    var at =
        jdbc.queryForObject(
            "select send_after from reminder_occasion where reminder = ?::uuid and state = 'waiting'",
            java.sql.Timestamp.class,
            reminder);
    return java.util.Objects.requireNonNull(at).toInstant();
  }

  @Test
  void before_a_session_its_delegations_are_reminded() {
    clockAt("2026-06-09T08:29");
    var reminder = order("session-starts", "\"session\": \"V1\"");
    clockAt("2026-06-09T08:30");
    untilAllAreDealtWith(reminder);
    await().atMost(PATIENCE).until(() -> sent().size() == 2);
    assertThat(sent().get("19900000001")).containsExactly("【合作会议】开幕式将于 6月9日 09:00 在朱槿厅开始，请提前入场。");
  }

  @Test
  void a_delegation_is_reminded_of_each_of_its_sessions() {
    delegates.session("V2", "大会", "2026-06-09T14:00");
    delegates.session("V3", "闭幕式", "2026-06-09T16:30");
    clockAt("2026-06-09T08:00");
    var order = ordering("session-starts", "\"delegation\": \"GD\"");
    var promised = desk.createWithoutKey("/reminder-previews", order).body().path("occasions");
    assertThat(promised.findValuesAsString("people")).containsExactly("2", "2", "2");
    var reminder = order("session-starts", "\"delegation\": \"GD\"");
    for (var time : List.of("08:30", "13:30", "16:00")) {
      var before = sent().getOrDefault("19900000001", List.of()).size();
      clockAt("2026-06-09T" + time);
      await()
          .atMost(PATIENCE)
          .until(() -> sent().getOrDefault("19900000001", List.of()).size() == before + 1);
    }
    untilAllAreDealtWith(reminder);
    assertThat(sent().get("19900000001"))
        .satisfiesExactly(
            t -> assertThat(t).contains("开幕式"),
            t -> assertThat(t).contains("大会"),
            t -> assertThat(t).contains("闭幕式"));
    assertThat(sent().get("19900000002")).hasSize(3);
  }

  @Test
  void who_is_put_on_another_bus_is_told_of_it_and_nobody_else() {
    order("bus-changed", "");
    delegates.switches("p1");
    await().atMost(PATIENCE).until(() -> sent().containsKey("19900000001"));
    assertThat(sent())
        .isEqualTo(
            Map.of(
                "19900000001",
                List.of("【合作会议】您的乘车安排有变：现乘 B2 号车（桂A00002），6月10日 08:30 发车。联络员 19900000031")));
    delegates.person("p5", "19900000005");
    delegates.seated("p5");
    delegates.retimesFirst("2026-06-10T07:45");
    await().atMost(PATIENCE).until(() -> sent().containsKey("19900000002"));
    assertThat(sent().get("19900000002")).singleElement().asString().contains("07:45");
    await().atMost(PATIENCE).until(() -> sent().containsKey("19900000005"));
    assertThat(sent().get("19900000005"))
        .as("to be put on a first bus is no change; that it leaves earlier is")
        .singleElement()
        .asString()
        .contains("07:45");
    assertThat(sent().get("19900000001")).hasSize(1);
  }

  @Test
  void who_is_back_on_their_bus_before_the_morning_is_told_nothing() {
    clockAt("2026-06-09T23:00");
    var reminder = order("bus-changed", "");
    delegates.switches("p1");
    delegates.switches("p2");
    delegates.switchesBack("p1");
    assertThat(people(reminder).path("waiting").asInt()).as("it is night").isEqualTo(2);
    clockAt("2026-06-10T07:00");
    untilAllAreDealtWith(reminder);
    assertThat(people(reminder).path("unchanged").asInt()).isEqualTo(1);
    await().atMost(PATIENCE).until(() -> sent().containsKey("19900000002"));
    assertThat(sent()).containsOnlyKeys("19900000002");
  }

  @Test
  void who_wants_no_more_messages_or_has_withdrawn_meanwhile_gets_none() {
    clockAt("2026-06-09T23:00");
    free("明天见。");
    var reminder = order("note", "");
    var browser = new Browser(port);
    var badge = URI.create(desk.createWithoutKey("/people/p1/personal-link", "").text("link"));
    browser.post("session", "{\"secret\": \"" + badge.getFragment() + "\"}");
    jdbc.update("update personal_session set confirmed_until = now() + interval '1 hour'");
    assertThat(browser.post("choice", "{\"messages\": false, \"language\": \"zh\"}").toString())
        .contains("status=200");
    delegates.withdraws("p2");
    clockAt("2026-06-10T07:00");
    untilAllAreDealtWith(reminder);
    await().atMost(PATIENCE).until(() -> sent().containsKey("19900000003"));
    assertThat(sent()).containsOnlyKeys("19900000003");
    assertThat(people(reminder).path("opted-out").asInt()).isEqualTo(1);
  }

  @Test
  void who_reads_english_is_reminded_in_english() {
    free("中文");
    var browser = new Browser(port);
    var badge = URI.create(desk.createWithoutKey("/people/p1/personal-link", "").text("link"));
    browser.post("session", "{\"secret\": \"" + badge.getFragment() + "\"}");
    jdbc.update("update personal_session set confirmed_until = now() + interval '1 hour'");
    browser.post("choice", "{\"messages\": true, \"language\": \"en\"}");
    order("note", "\"delegation\": \"GD\"");
    await().atMost(PATIENCE).until(() -> sent().size() == 2);
    assertThat(sent().get("19900000001")).containsExactly("In English for 广东省代表团.");
    assertThat(sent().get("19900000002")).containsExactly("中文");
  }

  @Test
  void what_is_confidential_is_never_in_a_message_only_that_there_is_something() {
    var put =
        desk.send(
            HttpMethod.PUT,
            "/reminder-templates/secret",
            0L,
            """
            {"kind": "free", "zh": "绝密事项", "en": "Secret matter", "confidential": true}\
            """);
    assertThat(put.status()).isEqualTo(200);
    order("secret", "\"delegation\": \"GX\"");
    await().atMost(PATIENCE).until(() -> sent().containsKey("19900000003"));
    var text = sent().getOrDefault("19900000003", List.of()).getFirst();
    assertThat(text).doesNotContain("绝密").contains("请打开您的个人页").contains("/me#");
    var link = URI.create(text.substring(text.indexOf("http")));
    assertThat(
            new Browser(port)
                .post("session", "{\"secret\": \"" + link.getFragment() + "\"}")
                .toString())
        .as("its link opens the page")
        .contains("status=200");
    assertThat(
            desk.createWithoutKey("/reminder-previews", ordering("secret", "")).body().toString())
        .doesNotContain("绝密");
  }

  @Test
  void two_reminders_at_once_are_two_messages() {
    free("一。");
    var other =
        desk.send(
            HttpMethod.PUT,
            "/reminder-templates/other",
            0L,
            """
            {"kind": "free", "zh": "二。", "en": "two", "confidential": false}\
            """);
    assertThat(other.status()).isEqualTo(200);
    var first = order("note", "\"delegation\": \"GX\"");
    var second = order("other", "\"delegation\": \"GX\"");
    untilAllAreDealtWith(first);
    untilAllAreDealtWith(second);
    await().atMost(PATIENCE).until(() -> sent().getOrDefault("19900000003", List.of()).size() == 2);
    assertThat(sent().get("19900000003")).containsExactlyInAnyOrder("一。", "二。");
  }

  @Test
  void two_instances_that_look_at_once_remind_everybody_once() throws Exception {
    free("一次。");
    for (int i = 10; i < 40; i++) {
      delegates.person("q" + i, "GX", 4, "1990000" + (1000 + i), true);
    }
    var reminder = order("note", "\"delegation\": \"GX\"");
    try (var instances = java.util.concurrent.Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 40; i++) {
        instances.submit(reminderClock::look);
      }
    }
    untilAllAreDealtWith(reminder);
    var perAddress =
        jdbc.queryForList(
            "select count(*) from sink_letter where conference = ? and body = '一次。' group by address",
            Long.class,
            conference);
    assertThat(perAddress).hasSize(31).containsOnly(1L);
  }
}
