package org.huiwu.registration.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.huiwu.platform.conversations.Desk;
import org.huiwu.platform.conversations.Published;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// An office sends its roster again, corrected: whoever is in is recognised, what it changed is
/// updated, and what somebody else has changed since goes to the clerk.
class CorrectedRosterTest extends RealServers {
  private static final String HEADER = "姓名,性别,级别,职务,手机,到达时间,到达地点,饮食,考察路线,是否家属\n";
  private static final String HE = "何子敏,男,司局级,司长,19900000013,6月8日 14:00,机场,清真,百色线,\n";
  private static final String DENG = "邓鑫,女,其他,,,6月8日 14:00,机场,,百色线,家属\n";
  private static final String LIN = "林一,男,处级,处长,19900000014,6月8日 15:00,机场,,北海线,\n";

  private UUID conference;
  private ClerksDesk desk;

  @BeforeEach
  void a_roster_of_three_is_in() {
    conference = newConference("FJ");
    desk = at(conference);
    assertThat(counts(send(HE, DENG, LIN)))
        .isEqualTo("3 new, 0 updated, 0 unchanged, 0 queued, 0 missing");
  }

  @Test
  void the_same_file_again_changes_nothing() {
    var again = send(HE, DENG, LIN);

    assertThat(counts(again)).isEqualTo("0 new, 0 updated, 3 unchanged, 0 queued, 0 missing");
    assertThat(again.change()).isEmpty();
    assertThat(person("何子敏").path("version").asInt()).isEqualTo(1);
    assertThat(queue("all")).isEmpty();
  }

  @Test
  void reordered_rows_and_columns_change_nothing() {
    var again =
        upload(
            "手机,姓名,级别,性别,职务,到达地点,到达时间,考察路线,饮食,是否家属\n"
                + "19900000014,林 一,处级,男,处长,吴圩机场,2026-06-08 15:00,北海,无,\n"
                + "19900000013,何子敏,司局级,男,司长,机场,6月8日 14:00,百色,清真,\n"
                + ",邓鑫,其他,女,,机场,6月8日 14:00,百色,,家属\n");

    assertThat(counts(again)).isEqualTo("0 new, 0 updated, 3 unchanged, 0 queued, 0 missing");
    assertThat(again.change()).isEmpty();
  }

  @Test
  void a_column_that_the_corrected_file_has_not_says_nothing() {
    var again = upload("姓名,性别,级别,职务\n何子敏,男,司局级,副司长\n林一,男,处级,处长\n邓鑫,女,其他,\n");

    assertThat(counts(again)).isEqualTo("0 new, 1 updated, 2 unchanged, 0 queued, 0 missing");
    assertThat(person("何子敏").path("title").asString()).isEqualTo("副司长");
    assertThat(person("何子敏").path("phone").asString()).isEqualTo("19900000013");
    var he = person("何子敏").path("id").asString();
    assertThat(
            desk.get("/participants/" + he + "/itinerary").body().at("/arrival/place").asString())
        .isEqualTo("NNG");
    assertThat(person("邓鑫").path("companionOf").asString()).isEqualTo(he);
  }

  @Test
  void a_cell_that_the_corrected_file_leaves_blank_is_blank() {
    var again = send(HE.replace("司长", ""), DENG, LIN);

    assertThat(counts(again)).isEqualTo("0 new, 1 updated, 2 unchanged, 0 queued, 0 missing");
    assertThat(person("何子敏").path("title").asString()).isEmpty();
  }

  @Test
  void what_the_office_corrects_is_updated_and_nobody_is_doubled() {
    var again =
        send(HE.replace("司长", "副司长").replace("14:00", "16:30"), DENG, LIN, "林二,女,处级,,,,,,,\n");

    assertThat(counts(again)).isEqualTo("1 new, 1 updated, 2 unchanged, 0 queued, 0 missing");
    assertThat(published.change(again).states())
        .extracting(AggregateState::event)
        .containsExactly(
            "participant-corrected",
            "itinerary-changed",
            "participant-registered",
            "itinerary-recorded");
    assertThat(person("何子敏").path("title").asString()).isEqualTo("副司长");
    assertThat(desk.get("/participants").body()).hasSize(4);
  }

  @Test
  void who_is_renamed_by_a_slip_of_the_pen_is_known_by_the_mobile_number() {
    var again = send(HE.replace("何子敏", "何子民"), DENG, LIN);

    assertThat(counts(again)).isEqualTo("0 new, 1 updated, 2 unchanged, 0 queued, 0 missing");
    assertThat(person("何子民").path("version").asInt()).isEqualTo(2);
    assertThat(desk.get("/participants").body()).hasSize(3);
    assertThat(counts(send(HE.replace("何子敏", "何子民"), DENG, LIN)))
        .isEqualTo("0 new, 0 updated, 3 unchanged, 0 queued, 0 missing");
  }

  @Test
  void a_known_number_under_quite_another_name_is_asked_of_the_clerk() {
    var again = send(HE, DENG, LIN.replace("林一", "陈大文"));

    assertThat(counts(again)).isEqualTo("0 new, 0 updated, 2 unchanged, 1 queued, 0 missing");
    var item = queue("waiting").getFirst();
    assertThat(item.path("reason").asString()).isEqualTo("perhaps-renamed");
    assertThat(item.path("name").asString()).isEqualTo("林一");
    var settled = settle(item, "{\"person\": \"" + item.path("person").asString() + "\"}");

    assertThat(settled.status()).isEqualTo(200);
    assertThat(person("陈大文").path("id").asString()).isEqualTo(item.path("person").asString());
    assertThat(desk.get("/participants").body()).hasSize(3);
  }

  @Test
  void a_field_corrected_at_the_desk_since_goes_to_the_clerk_with_both_values() {
    var he = person("何子敏");
    desk.patch("/participants/" + he.path("id").asString(), 1L, "{\"title\": \"巡视员\"}");

    var untouched = send(HE, DENG, LIN);
    assertThat(counts(untouched)).isEqualTo("0 new, 0 updated, 3 unchanged, 0 queued, 0 missing");
    var again = send(HE.replace("司长", "副司长"), DENG, LIN);

    assertThat(counts(again)).isEqualTo("0 new, 0 updated, 2 unchanged, 1 queued, 0 missing");
    assertThat(person("何子敏").path("title").asString()).isEqualTo("巡视员");
    var item = queue("waiting").getFirst();
    assertThat(item.path("kind").asString()).isEqualTo("conflict");
    assertThat(item.path("field").asString()).isEqualTo("title");
    assertThat(item.path("value").asString()).isEqualTo("副司长");
    assertThat(item.path("present").asString()).isEqualTo("巡视员");
    assertThat(item.path("owner").asString()).isEqualTo("registration");

    var settled = settle(item, "{\"reason\": \"电话核实\"}");
    assertThat(published.change(settled).states())
        .extracting(AggregateState::event)
        .containsExactly("participant-corrected");
    assertThat(Published.origin(published.change(settled)).reason()).isEqualTo("电话核实");
    assertThat(person("何子敏").path("title").asString()).isEqualTo("副司长");
  }

  @Test
  void a_field_that_another_desk_owns_goes_to_the_clerk_and_settles_when_that_desk_says_so() {
    var he = person("何子敏").path("id").asString();
    published.reactionTo(excursion.places(conference, he, "R3", 2));

    var again = send(HE.replace("百色线", "北海线").replace("清真", "素食"), DENG, LIN);

    assertThat(counts(again)).isEqualTo("0 new, 0 updated, 2 unchanged, 2 queued, 0 missing");
    assertThat(again.change()).isEmpty();
    var items = queue("waiting");
    var diet = items.getFirst();
    assertThat(diet.path("owner").asString()).isEqualTo("catering");
    assertThat(diet.path("present").asString()).isEqualTo("halal");
    var route = items.getLast();
    assertThat(route.path("owner").asString()).isEqualTo("excursion");
    assertThat(route.path("value").asString()).isEqualTo("北海线");
    assertThat(route.path("meaning").asString()).isEqualTo("R2");
    assertThat(route.path("present").asString()).isEqualTo("R3");
    assertThat(settle(route, "{}").code()).isEqualTo("field-owned-elsewhere");

    published.reactionTo(excursion.places(conference, he, "R2", 3));
    assertThat(queue("waiting")).hasSize(1);
    assertThat(queue("settled").getFirst().path("closed").path("role").asString())
        .isEqualTo("excursion");
  }

  @Test
  void who_is_missing_from_the_new_file_is_listed_and_never_withdrawn_in_silence() {
    var again = send(HE, DENG);

    assertThat(counts(again)).isEqualTo("0 new, 0 updated, 2 unchanged, 1 queued, 1 missing");
    assertThat(person("林一").path("attending").asBoolean()).isTrue();
    var item = queue("waiting").getFirst();
    assertThat(item.path("kind").asString()).isEqualTo("missing");
    assertThat(item.path("name").asString()).isEqualTo("林一");
    assertThat(desk.get("/roster-issues").body()).isEmpty();
    assertThat(counts(send(HE, DENG))).contains("0 queued", "0 missing");

    var settled = settle(item, "{\"reason\": \"不来了\"}");
    assertThat(published.change(settled).states())
        .extracting(AggregateState::event)
        .containsExactly("participant-withdrawn");
    assertThat(counts(send(HE, DENG, LIN))).contains("0 new", "1 queued");
    assertThat(queue("waiting").getFirst().path("reason").asString()).isEqualTo("has-withdrawn");
  }

  @Test
  void who_was_missing_and_stands_in_the_next_file_is_missing_no_more() {
    send(HE, DENG);
    var again = send(HE, DENG, LIN);

    assertThat(counts(again)).isEqualTo("0 new, 0 updated, 3 unchanged, 0 queued, 0 missing");
    assertThat(queue("waiting")).isEmpty();
    assertThat(queue("superseded")).hasSize(1);
  }

  @Test
  void what_a_clerk_has_said_of_a_row_is_heeded_in_the_next_file() {
    send(HE, DENG, LIN, "林三,男,正处,,,,,,,\n", "林四,男,顾问,,,,,,,\n");
    var items = queue("waiting");
    assertThat(items).hasSize(2);
    assertThat(settle(items.getFirst(), "{\"value\": \"处级\"}").status()).isEqualTo(200);
    assertThat(dismiss(items.getLast(), "{\"reason\": \"随从\"}").status()).isEqualTo(200);

    var again = send("林四,男,顾问,,,,,,,\n", HE, DENG, LIN, "林三,男,正处,,,,,,,\n");

    assertThat(counts(again)).isEqualTo("0 new, 0 updated, 5 unchanged, 0 queued, 0 missing");
    assertThat(queue("waiting")).isEmpty();
    assertThat(queue("dismissed")).hasSize(1);
    assertThat(desk.get("/participants").body()).hasSize(4);
  }

  @Test
  void rows_that_wait_and_stand_in_the_next_file_unchanged_wait_once() {
    var waits = "林三,男,正处,,,,,,,\n";
    send(HE, DENG, LIN, waits);
    var before = queue("waiting");
    var again = send(HE, DENG, LIN, waits);

    assertThat(counts(again)).contains("0 queued");
    assertThat(queue("waiting")).isEqualTo(before);
    send(HE, DENG, LIN, waits.replace("正处", "处级"));
    assertThat(queue("waiting")).isEmpty();
    assertThat(person("林三").path("rank").asInt()).isEqualTo(3);
  }

  @Test
  void a_name_that_the_desk_registered_by_hand_waits_as_ever() {
    desk.create("/participants", Persons.delegate("FJ", "林五"));

    var again = send(HE, DENG, LIN, "林五,男,处级,,,,,,,\n");

    assertThat(counts(again)).contains("0 new", "1 queued");
    var item = queue("waiting").getFirst();
    assertThat(item.path("reason").asString()).isEqualTo("already-in-delegation");
    var same = settle(item, "{\"person\": \"" + person("林五").path("id").asString() + "\"}");
    assertThat(same.status()).isEqualTo(200);
    assertThat(desk.get("/participants").body()).hasSize(4);
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

  private List<JsonNode> queue(String state) {
    return desk.get("/clerk-queue?state=" + state).body().path("items").valueStream().toList();
  }

  private JsonNode person(String name) {
    return desk.get("/participants?name={name}", name).body().path(0);
  }

  private Desk.Answer send(String... rows) {
    return upload(HEADER + String.join("", rows));
  }

  private Desk.Answer upload(String text) {
    var sent = desk.upload("rosters/FJ.csv", text.getBytes(StandardCharsets.UTF_8));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !desk.get("/rosters/" + sent.text("id")).text("status").equals("reading"));
    return sent;
  }

  private String counts(Desk.Answer sent) {
    var roster = desk.get("/rosters/" + sent.text("id")).body();
    return "%d new, %d updated, %d unchanged, %d queued, %d missing"
        .formatted(
            roster.path("people").asInt(),
            roster.path("updated").asInt(),
            roster.path("unchanged").asInt(),
            roster.path("queued").asInt(),
            roster.path("missing").asInt());
  }
}
