package org.huiwu.notification.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.Owner;
import org.huiwu.notification.RippleConversation;
import org.huiwu.platform.conversations.Desk;
import org.huiwu.platform.messaging.Changeset.Parked;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Everything that is open, the most urgent first.
class DutyListTest extends RippleConversation {
  private final Owner site = new Owner("site:S1");
  private final Owner hotel = new Owner("rooming:YL");
  private LiveConference live;

  DutyListTest() {
    live = new LiveConference(conference, desk, this::say);
  }

  @BeforeEach
  void a_site_and_a_hotel_that_are_live() {
    live = new LiveConference(conference, desk, this::say).facts();
    live.contact("site-S1", "site");
    live.contact("hotel-YL", "hotel");
    live.stop("S1", "site-S1", in(Duration.ofHours(2)));
    live.hotel("YL", "hotel-YL");
    live.revises(site.header("name", "青秀山"), hotel.header("name", "宾馆"));
    live.goesLive();
    lettersAre("delivered");
  }

  private static String in(Duration fromNow) {
    return LocalDateTime.ofInstant(
            Instant.now().plus(fromNow).truncatedTo(ChronoUnit.MINUTES), ZoneId.of("Asia/Shanghai"))
        .toString();
  }

  private void lettersAre(String state) {
    jdbc.update(
        "update letter set state = ?, sending_at = now(), sent_at = now(), next_look_at = null where conference = ?",
        state,
        conference);
  }

  private JsonNode open() {
    var answer = desk.get("/duty/open");
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }

  private List<String> keys() {
    return new ArrayList<>(open().path("items").findValuesAsString("key"));
  }

  private JsonNode item(String key) {
    for (var item : open().path("items")) {
      if (item.path("key").asString().equals(key)) {
        return item;
      }
    }
    throw new AssertionError(key + " is not open: " + open());
  }

  @Test
  void debts_are_one_matter_of_each_recipient_the_most_urgent_first() {
    assertThat(keys()).containsExactly("debt:site-S1", "debt:hotel-YL");
    var debt = item("debt:site-S1");
    assertThat(debt.path("urgency").asString()).isEqualTo("high");
    assertThat(debt.path("whom").asString()).isEqualTo("site-S1");
    assertThat(debt.path("since").isNull()).isFalse();
    assertThat(debt.path("due").asString()).isNotBlank();
    assertThat(debt.path("details").path("manifests").asLong()).isEqualTo(1);
    assertThat(debt.path("details").path("letterState").asString()).isEqualTo("delivered");
    assertThat(debt.path("details").path("nextStepAt").isMissingNode()).isFalse();
    assertThat(item("debt:hotel-YL").path("urgency").asString()).isEqualTo("low");
    assertThat(open().path("urgencies").path("high").asLong()).isEqualTo(1);
    assertThat(open().path("total").asLong()).isEqualTo(2);
  }

  @Test
  void each_item_leads_to_where_it_can_be_acted_upon() {
    for (var item : open().path("items")) {
      var path = item.path("link").asString();
      assertThat(desk.get(path.substring(("/conferences/" + conference).length())).body())
          .as(path)
          .hasSize(1);
    }
  }

  @Test
  void of_several_debts_the_next_deadline_counts_and_not_one_that_is_long_past() {
    live.stop("S2", "site-S1", in(Duration.ofDays(-2)));
    var second = new Owner("site:S2");
    live.revises(second.header("name", "南湖"));
    var debt = item("debt:site-S1");
    assertThat(debt.path("details").path("manifests").asLong()).isEqualTo(2);
    assertThat(debt.path("urgency").asString()).isEqualTo("high");
  }

  @Test
  void what_is_acknowledged_is_open_no_more() {
    live.acknowledges("site-S1", "site:S1", 1);
    assertThat(keys()).containsExactly("debt:hotel-YL");
  }

  @Test
  void a_letter_that_is_lost_is_open_until_another_makes_up_for_it() {
    jdbc.update(
        "update letter set state = 'unknown' where conference = ? and contact = 'site-S1'",
        conference);
    var letter =
        jdbc.queryForObject(
            "select id from letter where conference = ? and contact = 'site-S1' and purpose = 'first'",
            UUID.class,
            conference);
    assertThat(item("letter:" + letter).path("code").asString()).isEqualTo("letter-unknown");
    live.revises(site.line("P1", "name", "甲"));
    assertThat(keys()).as("the next one tells it again").doesNotContain("letter:" + letter);
    lettersAre("failed");
    assertThat(keys()).anyMatch(k -> k.startsWith("letter:"));
    live.acknowledges("site-S1", "site:S1", 2);
    live.acknowledges("hotel-YL", "rooming:YL", 1);
    assertThat(keys()).as("there is nothing left to say").isEmpty();
  }

  @Test
  void a_change_with_something_parked_and_one_that_goes_on_are_open() {
    var parked = story();
    var begun = parked.begins("excursion", List.of("catering"));
    say(
        begun,
        parked.reads(
            "catering", begun, List.of(new Parked("excursion.thing", "1", "boom")), List.of()));
    settled(parked.root());
    var goesOn = story();
    tellInOrder(goesOn.begins("excursion", List.of("catering")));
    assertThat(item("change:" + parked.root()).path("code").asString()).isEqualTo("change-parked");
    assertThat(item("change:" + parked.root()).path("details").path("action").asString())
        .isNotBlank();
    assertThat(item("change:" + goesOn.root()).path("kind").asString()).isEqualTo("change");
    jdbc.update(
        "update change set first_seen = now() - interval '1 hour' where root = ?", goesOn.root());
    assertThat(item("change:" + goesOn.root()).path("code").asString()).isEqualTo("change-stalled");
  }

  @Test
  void a_case_is_open_once_its_deadline_is_past() {
    assertThat(keys()).noneMatch(k -> k.startsWith("case:"));
    live.stop("S1", "site-S1", in(Duration.ofHours(-1)));
    assertThat(keys()).anyMatch(k -> k.startsWith("case:"));
    var items = open().path("items");
    assertThat(items.path(0).path("urgency").asString()).isEqualTo("critical");
  }

  @Test
  void it_is_told_in_the_readers_language() {
    assertThat(desk.getIn("en", "/duty/open").body().path("items").findValuesAsString("text"))
        .contains("site-S1 has not acknowledged 1 manifests");
    assertThat(open().path("items").findValuesAsString("text")).contains("site-S1 有 1 份清单未确认");
  }

  @Test
  void only_the_duty_room_and_administrators_read_it() {
    var kitchen = new SignedRequests("notification", "kitchen", "catering");
    assertThat(new Desk(port, conference, kitchen).get("/duty/open").code())
        .isEqualTo("not-allowed");
    var administrator = new SignedRequests("notification", "root", "administrator");
    assertThat(new Desk(port, conference, administrator).get("/duty/open").status()).isEqualTo(200);
  }
}
