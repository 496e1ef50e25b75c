package org.huiwu.registration.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.huiwu.platform.conversations.Desk;
import org.huiwu.platform.conversations.Published;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The clerk's queue: listed, settled cell by cell, dismissed with a reason, and enlarged tables.
class ClerksQueueTest extends RealServers {
  private static final String ROSTER =
      """
      姓名,性别,级别,手机,抵达时间,抵达地点
      何子敏,男,正处,,6月8日下午,机场
      林一,男,处级,,6月8日 14:00,桂林两江机场
      林二,女,正处,,,
      """;

  private ClerksDesk desk;
  private Desk.Answer roster;

  @BeforeEach
  void three_rows_wait() {
    desk = at(newConference("FJ", "GD"));
    roster = desk.upload("rosters/FJ.csv", ROSTER.getBytes(StandardCharsets.UTF_8));
    Rosters.finished(
        desk,
        desk.upload("rosters/GD.csv", "姓名,性别,级别\n王一,男,厅长\n".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void the_queue_is_listed_by_office_and_state_and_in_pages() {
    assertThat(fields("")).containsExactly("2 rank", "2 arrive", "3 arrive_at", "4 rank", "2 rank");
    assertThat(fields("&delegation=GD")).containsExactly("2 rank");
    assertThat(fields("&roster=" + roster.text("id") + "&field=rank"))
        .containsExactly("2 rank", "4 rank");
    assertThat(fields("&file=rosters/GD.csv")).hasSize(1);
    assertThat(fields("&kind=file")).isEmpty();

    var page = desk.get("/clerk-queue?limit=2").body();
    assertThat(page.path("items")).hasSize(2);
    assertThat(page.path("total").asInt()).isEqualTo(5);
    var next = desk.get("/clerk-queue?limit=3&after=" + page.path("next").asLong()).body();
    assertThat(next.path("items")).hasSize(3);
    assertThat(next.path("next").isNull()).isTrue();
    assertThat(desk.get("/clerk-queue?state=odd").status()).isEqualTo(400);
  }

  @Test
  void a_cell_that_waits_says_whose_row_it_stands_in() {
    assertThat(item(0).path("name").asString()).isEqualTo("何子敏");
    assertThat(item(2).path("name").asString()).isEqualTo("林一");
  }

  @Test
  void a_row_goes_in_with_the_last_of_its_cells() {
    var rank = item(0);
    var first = settle(rank, "{\"value\": \"处级\"}");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.change()).isEmpty();
    assertThat(first.body().path("remaining").path(0).asString()).isEqualTo("arrive");

    var last = settle(item(0), "{\"value\": \"6月8日 15:00\", \"reason\": \"来电\"}");

    var changeset = published.change(last);
    assertThat(Published.origin(changeset).action()).isEqualTo("settle-cell");
    assertThat(Published.origin(changeset).reason()).isEqualTo("来电");
    assertThat(changeset.states())
        .extracting(AggregateState::event)
        .containsExactly("participant-registered", "itinerary-recorded");
    assertThat(last.body().path("person").asString()).isEqualTo(changeset.states().getFirst().id());
    assertThat(fields("&delegation=FJ")).containsExactly("3 arrive_at", "4 rank");
  }

  @Test
  void a_value_is_read_by_the_same_rules_as_the_import() {
    var answer = settle(item(0), "{\"value\": \"副部\"}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("cell-still-waits");
    assertThat(settle(item(1), "{\"value\": \"2月30日 09:00\"}").code())
        .isEqualTo("cell-still-waits");
    assertThat(settle(item(0), "{\"value\": \"=1+1\"}").code()).isEqualTo("cell-still-waits");
    assertThat(fields("&delegation=FJ")).hasSize(4);
  }

  @Test
  void what_somebody_else_has_settled_is_answered_with_what_stands_there_now() {
    var mine = item(3);
    assertThat(settle(mine, "{\"value\": \"处级\"}").status()).isEqualTo(200);

    var late = settle(mine, "{\"value\": \"司局级\"}");

    assertThat(late.status()).isEqualTo(412);
    assertThat(late.body().path("current").path("state").asString()).isEqualTo("settled");
    assertThat(late.body().path("current").path("given").asString()).isEqualTo("处级");
    var now = desk.get("/clerk-queue/" + mine.path("id").asString());
    assertThat(now.etag()).isEqualTo("\"" + now.body().path("version").asLong() + "\"");
    assertThat(settle(now.body(), "{}").code()).isEqualTo("item-closed");
    assertThat(
            desk.create(
                    "/clerk-queue/" + mine.path("id").asString() + "/settlement", null, null, "{}")
                .status())
        .isEqualTo(428);
  }

  @Test
  void what_is_dismissed_stays_listed_with_its_reason() {
    var item = item(2);
    assertThat(dismiss(item, "{}").code()).isEqualTo("field-required");
    var dismissed = dismiss(item, "{\"reason\": \"重复报送\"}");

    assertThat(dismissed.status()).isEqualTo(200);
    assertThat(dismissed.change()).isEmpty();
    assertThat(fields("&delegation=FJ")).containsExactly("2 rank", "2 arrive", "4 rank");
    var listed = desk.get("/clerk-queue?state=dismissed").body().path("items").path(0);
    assertThat(listed.path("closed").path("reason").asString()).isEqualTo("重复报送");
    assertThat(listed.path("closed").path("actor").asString()).isEqualTo("clerk");
  }

  @Test
  void a_word_added_for_an_office_settles_what_waits_of_it_at_once_and_no_other_s() {
    var words =
        """
        [{"kind": "RANK", "wording": "正处", "meaning": "3", "delegation": "FJ"},
         {"kind": "RANK", "wording": "厅长", "meaning": "2", "delegation": "FJ"}]\
        """;

    assertThat(desk.create("/synonyms?apply=true", words).status()).isEqualTo(201);

    assertThat(fields("&delegation=FJ")).containsExactlyInAnyOrder("2 arrive", "3 arrive_at");
    assertThat(fields("&delegation=GD")).containsExactly("2 rank");
    assertThat(desk.get("/participants").body()).hasSize(1);
    desk.upload("rosters/FJ.csv", "姓名,性别,级别\n林六,男,正处\n".getBytes(StandardCharsets.UTF_8));
    assertThat(desk.get("/participants?name={n}", "林六").body()).hasSize(1);
  }

  @Test
  void a_heading_added_for_an_office_opens_its_file() {
    var odd = desk.upload("rosters/GD.csv", "宾客,男女,档次\n王二,男,处级\n".getBytes(StandardCharsets.UTF_8));
    assertThat(odd.text("status")).isEqualTo("refused");
    assertThat(odd.body().path("problem").path("code").asString()).isEqualTo("roster-no-header");
    var words =
        """
        [{"kind": "HEADING", "wording": "宾客", "meaning": "name", "delegation": "GD"},
         {"kind": "HEADING", "wording": "男女", "meaning": "gender", "delegation": "GD"},
         {"kind": "HEADING", "wording": "档次", "meaning": "rank", "delegation": "GD"}]\
        """;

    desk.create("/synonyms?apply=true", words);

    assertThat(desk.get("/participants?name={n}", "王二").body()).hasSize(1);
    assertThat(fields("&delegation=GD")).isEmpty();
  }

  @Test
  void the_newest_file_can_be_read_again_and_only_it() {
    var again = desk.create("/rosters/" + roster.text("id") + "/rereading", "");
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.body().path("queued").asInt()).isZero();
    assertThat(desk.create("/rosters/" + roster.text("id") + "/rereading", "").code())
        .isEqualTo("roster-superseded");
    assertThat(fields("&delegation=FJ")).hasSize(4);
  }

  private JsonNode item(int n) {
    return desk.get("/clerk-queue?delegation=FJ").body().path("items").path(n);
  }

  private List<String> fields(String query) {
    return desk.get("/clerk-queue?state=waiting" + query)
        .body()
        .path("items")
        .valueStream()
        .map(i -> i.path("row").asString() + " " + i.path("field").asString())
        .toList();
  }

  private Desk.Answer settle(JsonNode item, String body) {
    return answer(item, "settlement", body);
  }

  private Desk.Answer dismiss(JsonNode item, String body) {
    return answer(item, "dismissal", body);
  }

  private Desk.Answer answer(JsonNode item, String how, String body) {
    return desk.create(
        "/clerk-queue/" + item.path("id").asString() + "/" + how,
        null,
        item.path("version").asLong(),
        body);
  }
}
