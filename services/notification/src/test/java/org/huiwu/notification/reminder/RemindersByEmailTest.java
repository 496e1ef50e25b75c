package org.huiwu.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/// Who has no number and an e-mail address is reminded by e-mail.
class RemindersByEmailTest extends ReminderConversation {

  private JsonNode letterTo(String address) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            desk.get("/sink")
                .body()
                .valueStream()
                .anyMatch(l -> l.path("address").asString().equals(address)));
    var letters =
        desk.get("/sink")
            .body()
            .valueStream()
            .filter(l -> l.path("address").asString().equals(address))
            .toList();
    assertThat(letters).hasSize(1);
    return letters.getFirst();
  }

  @Test
  void who_has_no_number_is_reminded_by_email_with_a_subject() {
    delegates.mailed("p4", "GX", "", "p4@example.org");
    delegates.mailed("p5", "GX", "19900000005", "p5@example.org");
    free("请带好证件。\\n谢谢。");
    var preview =
        desk.createWithoutKey("/reminder-previews", ordering("note", "\"delegation\": \"GX\""))
            .body();
    assertThat(preview.path("people").asInt()).isEqualTo(3);
    assertThat(preview.path("byEmail").asInt()).isEqualTo(1);
    assertThat(preview.path("withoutNumber").asInt()).isZero();
    assertThat(preview.path("samples").findValuesAsString("subject"))
        .containsExactly("", "合作会议：会务提醒", "");
    var reminder = order("note", "\"delegation\": \"GX\"");
    untilAllAreDealtWith(reminder);
    var mail = letterTo("p4@example.org");
    assertThat(mail.path("channel").asString()).isEqualTo("email");
    assertThat(mail.path("subject").asString()).isEqualTo("合作会议：会务提醒");
    assertThat(mail.path("text").asString()).isEqualTo("请带好证件。\n谢谢。");
    assertThat(letterTo("19900000005").path("text").asString())
        .as("a text message has no subject")
        .isEqualTo("请带好证件。\n谢谢。");
    assertThat(desk.get("/sink").body().toString()).doesNotContain("p5@example.org");
  }

  @Test
  void a_template_has_a_subject_of_its_own_without_links_or_line_breaks() {
    delegates.mailed("p4", "GD", "", "p4@example.org");
    delegates.seated("p4");
    var body =
        """
        {"kind": "bus-departs", "zh": "车牌{plate}", "en": "{plate}", "confidential": false, "subjectZh": "%s", "subjectEn": "Bus {bus}"}\
        """;
    for (var refused : new String[] {"{link}", "{room}"}) {
      assertThat(
              desk.send(
                      HttpMethod.PUT,
                      "/reminder-templates/bus-departs",
                      0L,
                      body.formatted(refused))
                  .code())
          .isEqualTo("placeholder-unknown");
    }
    assertThat(
            desk.send(
                    HttpMethod.PUT,
                    "/reminder-templates/bus-departs",
                    0L,
                    body.formatted("车\\nBcc: x"))
                .status())
        .isEqualTo(400);
    var put =
        desk.send(
            HttpMethod.PUT, "/reminder-templates/bus-departs", 0L, body.formatted("{bus} 号车发车"));
    assertThat(put.status()).as(put.toString()).isEqualTo(200);
    assertThat(desk.get("/reminder-templates/bus-departs").text("subjectZh"))
        .isEqualTo("{bus} 号车发车");
    order("bus-departs", "\"bus\": \"B1\"");
    clockAt("2026-06-10T07:00");
    var mail = letterTo("p4@example.org");
    assertThat(mail.path("subject").asString()).isEqualTo("B1 号车发车");
    assertThat(mail.path("text").asString()).isEqualTo("车牌桂A00001");
  }

  @Test
  void what_is_confidential_is_in_no_subject() {
    delegates.mailed("p4", "GX", "", "p4@example.org");
    var put =
        desk.send(
            HttpMethod.PUT,
            "/reminder-templates/secret",
            0L,
            """
            {"kind": "free", "zh": "绝密事项", "en": "Secret", "confidential": true, "subjectZh": "绝密", "subjectEn": "Secret"}\
            """);
    assertThat(put.status()).isEqualTo(200);
    order("secret", "\"delegation\": \"GX\"");
    assertThat(letterTo("p4@example.org").toString()).doesNotContain("绝密").contains("/me#");
  }
}
