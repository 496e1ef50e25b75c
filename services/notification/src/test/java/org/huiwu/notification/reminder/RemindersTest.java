package org.huiwu.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.RippleConversation;
import org.huiwu.notification.personal.Browser;
import org.huiwu.notification.personal.Delegates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/// Reminders to delegates. All conferences here are rehearsals: what would be sent is in the sink.
class RemindersTest extends RippleConversation {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Autowired private ReminderClock reminderClock;

  private LiveConference live = new LiveConference(new UUID(0, 0), desk, _ -> {});
  private Delegates delegates = new Delegates(live, desk);

  @BeforeEach
  void a_rehearsal_that_is_live() {
    live = new LiveConference(conference, desk, this::say).rehearsal();
    delegates = new Delegates(live, desk).programme();
    delegates.person("p1", "19900000001");
    delegates.person("p2", "19900000002");
    delegates.person("p3", "GX", 4, "19900000003", true);
    delegates.seated("p1", "p2");
    live.goesLive();
    clockAt("2026-06-09T12:00");
  }

  private void clockAt(String local) {
    var set = desk.create("/rehearsal-clock", "{\"localTime\": \"" + local + "\", \"rate\": 1}");
    assertThat(set.status()).as(set.toString()).isEqualTo(200);
  }

  private static String ordering(String template, String selection) {
    return """
    {"template": "%s", "selection": {%s}, "urgent": false}\
    """
        .formatted(template, selection);
  }

  private String order(String template, String selection) {
    var answer = desk.create("/reminders", ordering(template, selection));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.text("id");
  }

  private void free(String zh) {
    var answer =
        desk.send(
            HttpMethod.PUT,
            "/reminder-templates/note",
            0L,
            """
            {"kind": "free", "zh": "%s", "en": "In English for {delegation}.", "confidential": false}\
            """
                .formatted(zh));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  /// By address, in order.
  private Map<String, List<String>> sent() {
    Map<String, List<String>> texts = new TreeMap<>();
    desk.get("/sink")
        .body()
        .forEach(l ->
            texts
                .computeIfAbsent(l.path("address").asString(), _ -> new ArrayList<>())
                .add(l.path("text").asString()));
    texts.keySet().removeIf(address -> !address.startsWith("199000000") || address.endsWith("31"));
    return texts;
  }

  private JsonNode people(String reminder) {
    return desk.get("/reminders/" + reminder).body().path("people");
  }

  private void untilAllAreDealtWith(String reminder) {
    await()
        .atMost(PATIENCE)
        .until(() -> {
          var view = desk.get("/reminders/" + reminder).body();
          return view.path("occasionsLeft").asLong() == 0
              && !view.path("people").isEmpty()
              && view.path("people").path("waiting").isMissingNode()
              && view.path("people").path("sending").isMissingNode();
        });
  }

  /// As if its time had come.
  private void itIsTime(String reminder) {
    jdbc.update(
        "update reminder_occasion set send_after = now() where reminder = ?::uuid and state = 'waiting'",
        reminder);
    jdbc.update(
        "update reminder_person set send_after = now() where reminder = ?::uuid and state = 'waiting'",
        reminder);
  }

  @Test
  void a_preview_says_who_how_many_and_how_it_reads_and_writes_nothing() {
    delegates.person("p4", "");
    delegates.seated("p4");
    var answer =
        desk.createWithoutKey("/reminder-previews", ordering("bus-departs", "\"bus\": \"B1\""));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    var preview = answer.body();
    assertThat(preview.path("people").asInt()).isEqualTo(2);
    assertThat(preview.path("withoutNumber").asInt()).isEqualTo(1);
    assertThat(preview.path("samples").findValuesAsString("text"))
        .hasSize(2)
        .allSatisfy(t ->
            assertThat(t)
                .isEqualTo("【合作会议】您乘坐的 B1 号车（桂A00001）将于 6月10日 08:00 发车，请提前上车。联络员 19900000031"));
    assertThat(preview.path("segments").asInt()).isEqualTo(1);
    assertThat(preview.path("occasions").path(0).path("sendAt").asString())
        .isEqualTo("2026-06-10T07:00");
    assertThat(desk.get("/reminders").body()).isEmpty();
    assertThat(desk.get("/letters?limit=100").body())
        .noneMatch(l -> l.path("purpose").asString().equals("reminder"));
  }

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
  void people_are_selected_by_route_bus_delegation_rank_and_session() {
    free("x");
    record Case(String selection, int people) {}
    for (var one :
        List.of(
            new Case("", 3),
            new Case("\"route\": \"R1\"", 2),
            new Case("\"bus\": \"B1\"", 2),
            new Case("\"bus\": \"B2\"", 0),
            new Case("\"delegation\": \"GX\"", 1),
            new Case("\"rank\": 2", 2),
            new Case("\"session\": \"V1\"", 2),
            new Case("\"route\": \"R1\", \"delegation\": \"GX\"", 0))) {
      var preview = desk.createWithoutKey("/reminder-previews", ordering("note", one.selection()));
      assertThat(preview.body().path("people").asInt()).as(one.toString()).isEqualTo(one.people());
    }
  }

  @Test
  void before_a_bus_departs_those_who_are_on_it_then_are_reminded() {
    var reminder = order("bus-departs", "\"route\": \"R1\"");
    assertThat(desk.get("/reminders/" + reminder).body().path("occasionsLeft").asInt())
        .isEqualTo(2);
    delegates.switches("p2");
    clockAt("2026-06-10T07:05");
    itIsTime(reminder);
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
    itIsTime(reminder);
    untilAllAreDealtWith(reminder);
    await().atMost(PATIENCE).until(() -> sent().size() == 2);
    assertThat(sent().get("19900000001")).containsExactly("【合作会议】开幕式将于 6月9日 09:00 在朱槿厅开始，请提前入场。");
  }

  @Test
  void what_has_begun_is_not_reminded_of() {
    clockAt("2026-06-09T09:30");
    assertThat(desk.create("/reminders", ordering("session-starts", "\"session\": \"V1\"")).code())
        .isEqualTo("reminder-too-late");
    assertThat(
            desk.create("/reminders", ordering("session-starts", "\"session\": \"NONE\"")).code())
        .isEqualTo("reminder-too-late");
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
    itIsTime(reminder);
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
    assertThat(browser.post("choice", "{\"messages\": false, \"language\": \"zh\"}").toString())
        .contains("status=200");
    delegates.withdraws("p2");
    itIsTime(reminder);
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

  @Test
  void the_same_order_with_the_same_key_is_one_reminder() {
    free("一次。");
    var key = UUID.randomUUID().toString();
    var body = ordering("note", "\"delegation\": \"GX\"");
    var first = desk.create("/reminders", key, body);
    var again = desk.create("/reminders", key, body);
    assertThat(again.text("id")).isEqualTo(first.text("id"));
    assertThat(desk.createWithoutKey("/reminders", body).code())
        .isEqualTo("idempotency-key-required");
    assertThat(desk.get("/reminders").body()).hasSize(1);
  }

  @Test
  void what_is_called_off_is_not_sent() {
    clockAt("2026-06-09T23:00");
    free("明天见。");
    var reminder = order("note", "");
    var off = desk.create("/reminders/" + reminder + "/cancellation", "");
    assertThat(off.status()).as(off.toString()).isEqualTo(201);
    itIsTime(reminder);
    reminderClock.look();
    assertThat(sent()).isEmpty();
    assertThat(off.body().path("occasionsLeft").asInt()).isZero();
  }

  @Test
  void nobody_is_reminded_of_anything_in_planning() {
    conference = UUID.randomUUID();
    desk = at(conference);
    live = new LiveConference(conference, desk, this::say).rehearsal();
    delegates = new Delegates(live, desk);
    delegates.person("p1", "19900000001");
    assertThat(desk.create("/reminders", ordering("bus-changed", "")).code())
        .isEqualTo("in-planning");
  }

  @Test
  void a_template_is_changed_by_whoever_has_read_it_last_and_its_placeholders_are_on_a_list() {
    var first = desk.get("/reminder-templates/bus-departs");
    assertThat(first.etag()).isEqualTo("\"0\"");
    assertThat(first.body().path("segmentsZh").asInt()).isEqualTo(2);
    var body =
        """
        {"kind": "bus-departs", "zh": "%s", "en": "Bus {bus}", "confidential": false}\
        """;
    assertThat(
            desk.send(
                    HttpMethod.PUT,
                    "/reminder-templates/bus-departs",
                    null,
                    body.formatted("车{bus}"))
                .status())
        .isEqualTo(428);
    var changed =
        desk.send(HttpMethod.PUT, "/reminder-templates/bus-departs", 0L, body.formatted("车{bus}"));
    assertThat(changed.etag()).isEqualTo("\"1\"");
    assertThat(
            desk.send(
                    HttpMethod.PUT, "/reminder-templates/bus-departs", 0L, body.formatted("另{bus}"))
                .status())
        .isEqualTo(412);
    var unknown =
        desk.send(
            HttpMethod.PUT, "/reminder-templates/bus-departs", 1L, body.formatted("{room}号房"));
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.body().path("detail").asString()).contains("room");
    assertThat(
            desk.send(
                    HttpMethod.PUT,
                    "/reminder-templates/bus-departs",
                    1L,
                    body.formatted("会".repeat(336)))
                .status())
        .isEqualTo(400);
    assertThat(desk.get("/reminder-templates/none").code()).isEqualTo("reminder-template-unknown");
    assertThat(desk.get("/reminder-templates").body().findValuesAsString("code"))
        .containsExactly("bus-changed", "bus-departs", "session-starts");
  }

  @Test
  void such_a_reminder_of_changed_buses_goes_on_once() {
    order("bus-changed", "");
    assertThat(desk.create("/reminders", ordering("bus-changed", "")).code())
        .isEqualTo("reminder-goes-on");
  }
}
