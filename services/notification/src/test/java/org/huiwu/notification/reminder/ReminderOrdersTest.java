package org.huiwu.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.personal.Delegates;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/// What is looked at, ordered and called off, and the templates of it.
class ReminderOrdersTest extends ReminderConversation {

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
  void what_has_begun_is_not_reminded_of() {
    clockAt("2026-06-09T09:30");
    assertThat(desk.create("/reminders", ordering("session-starts", "\"session\": \"V1\"")).code())
        .isEqualTo("reminder-too-late");
    assertThat(
            desk.create("/reminders", ordering("session-starts", "\"session\": \"NONE\"")).code())
        .isEqualTo("reminder-too-late");
  }

  @Test
  void a_reminder_before_something_goes_out_at_least_a_minute_before_it() {
    var order = ordering("bus-departs", "\"bus\": \"B1\"");
    var none = order.replace("\"urgent\"", "\"minutesBefore\": 0, \"urgent\"");
    assertThat(desk.create("/reminders", none).code()).isEqualTo("reminder-without-lead");
    assertThat(desk.createWithoutKey("/reminder-previews", none).code())
        .isEqualTo("reminder-without-lead");
    assertThat(desk.create("/reminders", none.replace(": 0", ": 1")).status()).isEqualTo(201);
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
    clockAt("2026-06-10T07:00");
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
