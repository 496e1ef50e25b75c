package org.huiwu.registration.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.huiwu.platform.conversations.Desk;
import org.huiwu.platform.conversations.Published;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/// The clerk's queue: rows that wait are settled, and what an office's words mean is added.
class SettlingTest extends RealServers {
  private static final String ROSTER =
      """
      姓名,性别,级别,手机,抵达时间,抵达地点,是否家属
      何子敏,男,司局级,,6月8日下午,机场,
      邓鑫,女,其他,,,,家属
      林一,男,处级,,6月8日 14:00,桂林两江机场,
      林二,男,处级,,,,
      """;

  private ClerksDesk desk;
  private Desk.Answer roster;

  @BeforeEach
  void a_roster_of_which_three_rows_wait() {
    desk = at(newConference("FJ"));
    roster = desk.upload("rosters/FJ.csv", ROSTER.getBytes(StandardCharsets.UTF_8));
    Rosters.finished(desk, roster);
    assertThat(waiting()).containsExactly("2 arrive", "3 companion", "4 arrive_at");
  }

  @Test
  void a_row_goes_in_as_the_clerk_says_it_is_meant() {
    var settled = settle(2, "{\"cells\": {\"arrive\": \"6月8日 15:00\"}}");

    assertThat(settled.status()).isEqualTo(201);
    var changeset = published.change(settled);
    assertThat(Published.origin(changeset).action()).isEqualTo("settle-row");
    assertThat(changeset.states())
        .extracting(AggregateState::event)
        .containsExactly("participant-registered", "itinerary-recorded");
    assertThat(changeset.states().getFirst().id()).isEqualTo(settled.text("person"));
    var arrival = changeset.states().getLast().state().tree().path("arrival");
    assertThat(arrival.path("time").asString()).isEqualTo("2026-06-08T15:00");
    assertThat(arrival.path("place").asString()).isEqualTo("NNG");
    assertThat(waiting()).containsExactly("3 companion", "4 arrive_at");
    var read = desk.get("/rosters/" + roster.text("id")).body();
    assertThat(read.path("people").asInt()).isEqualTo(2);
    assertThat(read.path("waiting").asInt()).isEqualTo(2);
    assertThat(settle(2, "{\"cells\": {}}").code()).isEqualTo("row-not-waiting");
  }

  @Test
  void family_goes_in_once_its_host_has() {
    assertThat(settle(3, "{\"cells\": {}}").code()).isEqualTo("row-still-waits");
    var host = settle(2, "{\"cells\": {\"arrive\": \"\"}}").text("person");

    var family = published.change(settle(3, "{\"cells\": {}}")).states().getFirst();

    assertThat(family.event()).isEqualTo("companion-added");
    assertThat(family.state().tree().path("companionOf").asString()).isEqualTo(host);
  }

  @Test
  void what_cannot_be_read_even_so_goes_on_waiting() {
    var answer = settle(2, "{\"cells\": {\"arrive\": \"2月30日 09:00\"}}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("row-still-waits");
    assertThat(settle(2, "{\"cells\": {\"arrival\": \"x\"}}").code())
        .isEqualTo("roster-field-unknown");
    assertThat(settle(5, "{\"cells\": {}}").code()).isEqualTo("row-not-waiting");
    assertThat(settle(99, "{\"cells\": {}}").code()).isEqualTo("row-not-waiting");
    assertThat(waiting()).hasSize(3);
  }

  @Test
  void a_row_of_which_nothing_comes_is_dismissed() {
    var dismissed =
        desk.create("/rosters/" + roster.text("id") + "/rows/4/dismissal", "{\"sheet\": \"\"}");

    assertThat(dismissed.status()).isEqualTo(200);
    assertThat(dismissed.change()).isEmpty();
    assertThat(waiting()).containsExactly("2 arrive", "3 companion");
    assertThat(desk.get("/participants").body()).hasSize(1);
  }

  @Test
  void a_word_that_the_office_adds_is_understood_from_then_on() {
    var added =
        desk.create(
            "/synonyms", "[{\"kind\": \"PLACE\", \"wording\": \"桂林两江机场\", \"meaning\": \"KWL\"}]");

    assertThat(added.status()).isEqualTo(201);
    assertThat(desk.get("/synonyms").body()).hasSize(1);
    var states = published.change(settle(4, "{\"cells\": {}}")).states();
    assertThat(states.getLast().state().tree().path("arrival").path("place").asString())
        .isEqualTo("KWL");
    var byHand = Persons.delegate("FJ", "林三").replace("NND", "KWL");
    assertThat(desk.create("/participants", byHand).status()).isEqualTo(201);
    var elsewhere = at(newConference("FJ"));
    assertThat(elsewhere.create("/participants", byHand).code()).isEqualTo("place-unknown");
  }

  @Test
  void a_word_that_was_taken_wrongly_is_forgotten() {
    desk.create(
        "/synonyms", "[{\"kind\": \"PLACE\", \"wording\": \"桂林两江机场\", \"meaning\": \"KWL\"}]");
    var number = desk.get("/synonyms").body().path(0).path("number").asLong();
    var gone = desk.send(HttpMethod.DELETE, "/synonyms/" + number, null, "");
    assertThat(gone.status()).as(gone.toString()).isEqualTo(400);
    assertThat(gone.code()).isEqualTo("idempotency-key-required");
    assertThat(desk.remove("/synonyms/" + number, "once").status()).isEqualTo(200);
    assertThat(desk.remove("/synonyms/" + number, "once").status()).as("told again").isEqualTo(200);
    assertThat(desk.remove("/synonyms/" + number, "twice").code()).isEqualTo("synonym-unknown");
    assertThat(desk.get("/synonyms").body()).isEmpty();
    var byHand = Persons.delegate("FJ", "林三").replace("NND", "KWL");
    assertThat(desk.create("/participants", byHand).code()).isEqualTo("place-unknown");
  }

  @Test
  void a_word_without_meaning_is_refused() {
    var refused =
        desk.create(
            "/synonyms", "[{\"kind\": \"RANK\", \"wording\": \"正国级\", \"meaning\": \"0\"}]");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("synonym-meaningless");
    assertThat(desk.get("/synonyms").body()).isEmpty();
  }

  private Desk.Answer settle(int row, String body) {
    return desk.create(
        "/rosters/" + roster.text("id") + "/rows/" + row + "/settlement",
        UUID.randomUUID().toString(),
        null,
        body);
  }

  private List<String> waiting() {
    return desk.get("/roster-issues?roster=" + roster.text("id"))
        .body()
        .valueStream()
        .map(SettlingTest::cell)
        .toList();
  }

  private static String cell(JsonNode issue) {
    return issue.path("row").asString() + " " + issue.path("field").asString();
  }
}
