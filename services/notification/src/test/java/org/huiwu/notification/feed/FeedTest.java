package org.huiwu.notification.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.Owner;
import org.huiwu.notification.RippleConversation;
import org.huiwu.platform.conversations.Desk;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/// What changed for me since I last looked.
class FeedTest extends RippleConversation {
  private final Owner site = new Owner("site:S1");
  private final Owner hotel = new Owner("rooming:YL");
  private final Owner meal = new Owner("meal:M1");
  private LiveConference live;

  FeedTest() {
    live = new LiveConference(conference, desk, this::say);
  }

  @BeforeEach
  void a_conference_in_planning() {
    live = new LiveConference(conference, desk, this::say).facts();
  }

  private Desk as(String account, String... roles) {
    return new Desk(port, conference, new SignedRequests("notification", account, roles));
  }

  private static JsonNode feed(Desk desk, String query) {
    var answer = desk.get("/feed" + query);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }

  private static List<String> revised(JsonNode feed) {
    List<String> found = new ArrayList<>();
    feed.path("entries")
        .forEach(e ->
            e.path("revised")
                .forEach(r ->
                    found.add(r.path("manifest").asString() + "@" + r.path("version").asLong())));
    return found;
  }

  private static Desk.Answer mark(Desk desk, long n) {
    return desk.send(HttpMethod.PUT, "/feed/mark", null, "{\"n\": " + n + "}");
  }

  @Test
  void a_desk_sees_what_was_revised_of_its_kinds_and_of_no_other() {
    live.revises(site.header("name", "青秀山"), hotel.header("name", "宾馆"), meal.header("name", "午餐"));
    live.revises(meal.line("P1", "diet", "素"));
    assertThat(revised(feed(as("kitchen", "catering"), "")))
        .containsExactly("meal:M1@1", "meal:M1@2");
    assertThat(revised(feed(as("hotels", "accommodation"), ""))).containsExactly("rooming:YL@1");
    assertThat(revised(feed(as("lead", "liaison"), ""))).containsExactly("site:S1@1");
    assertThat(revised(feed(as("seats", "venue"), ""))).isEmpty();
    assertThat(revised(feed(desk, "")))
        .containsExactly("meal:M1@1", "rooming:YL@1", "site:S1@1", "meal:M1@2");
  }

  @Test
  void who_holds_several_roles_sees_what_any_of_them_sees() {
    live.revises(site.header("name", "青秀山"), hotel.header("name", "宾馆"), meal.header("name", "午餐"));
    assertThat(revised(feed(as("both", "catering", "accommodation"), "")))
        .containsExactly("meal:M1@1", "rooming:YL@1");
  }

  @Test
  void an_entry_says_who_made_the_change_why_and_how_many_lines_differ() {
    live.revises(site.header("name", "青秀山"), site.line("P1", "bus", "1"));
    live.revises(site.line("P2", "bus", "1"));
    var change =
        live.revises(site.line("P1", "bus", "2"), site.struck("P2"), site.line("P3", "bus", "2"));
    var entry = feed(desk, "?since=2").path("entries").path(0);
    assertThat(entry.path("change").asString()).isEqualTo(change.toString());
    assertThat(entry.path("actor").asString()).isEqualTo("clerk");
    assertThat(entry.path("reason").asString()).isEqualTo("改");
    var revised = entry.path("revised").path(0);
    assertThat(revised.path("added").asLong()).isEqualTo(1);
    assertThat(revised.path("struck").asLong()).isEqualTo(1);
    assertThat(revised.path("changed").asLong()).isEqualTo(1);
    assertThat(revised.path("header").asBoolean()).isFalse();
    assertThat(revised.has("lines")).isFalse();
  }

  @Test
  void a_change_that_begins_first_and_settles_last_is_not_missed() {
    var slow = story();
    var begun = slow.begins("excursion", List.of("catering"), site.header("name", "青秀山"));
    tellInOrder(begun);
    live.revises(hotel.header("name", "宾馆"));
    var page = feed(desk, "");
    assertThat(revised(page)).containsExactly("rooming:YL@1");
    mark(desk, page.path("next").asLong());
    say(slow.reads("catering", begun));
    settled(slow.root());
    assertThat(revised(feed(desk, ""))).containsExactly("site:S1@1");
  }

  @Test
  void it_goes_on_from_where_this_account_has_looked_and_never_back() {
    live.revises(site.header("name", "青秀山"));
    live.revises(site.line("P1", "bus", "1"));
    assertThat(feed(desk, "").path("mark").asLong()).isZero();
    assertThat(mark(desk, 2).body().path("mark").asLong()).isEqualTo(2);
    assertThat(mark(desk, 1).body().path("mark").asLong()).isEqualTo(2);
    live.revises(site.line("P2", "bus", "1"));
    assertThat(revised(feed(desk, ""))).containsExactly("site:S1@3");
    assertThat(revised(feed(desk, "?since=0"))).hasSize(3);
    assertThat(feed(as("another", "duty"), "").path("mark").asLong()).isZero();
  }

  @Test
  void nobody_marks_what_is_yet_to_come() {
    live.revises(site.header("name", "青秀山"));
    assertThat(mark(desk, 2).code()).isEqualTo("feed-mark-ahead");
    assertThat(mark(desk, -1).status()).isEqualTo(400);
  }

  @Test
  void a_page_says_where_to_go_on_and_the_last_one_passes_over_what_is_others_business() {
    live.revises(site.header("name", "青秀山"));
    live.revises(site.line("P1", "bus", "1"));
    live.revises(hotel.header("name", "宾馆"));
    var lead = as("lead", "liaison");
    var first = feed(lead, "?limit=1");
    assertThat(first.path("more").asBoolean()).isTrue();
    assertThat(first.path("next").asLong()).isEqualTo(1);
    var second = feed(lead, "?limit=1&since=1");
    assertThat(second.path("more").asBoolean()).isFalse();
    assertThat(revised(second)).containsExactly("site:S1@2");
    assertThat(second.path("next").asLong()).isEqualTo(3);
  }

  @Test
  void a_role_held_in_another_conference_shows_nothing_here() {
    var elsewhere = new SignedRequests("notification", "kitchen", "catering");
    var other = UUID.randomUUID();
    assertThat(new Desk(port, other, elsewhere).get("/feed").body().path("entries")).isEmpty();
  }
}
