package org.huiwu.notification.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.Owner;
import org.huiwu.notification.RippleConversation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Cases in a list, the newest first.
class CaseListTest extends RippleConversation {
  private final Owner site = new Owner("site:S1");
  private LiveConference live;

  CaseListTest() {
    live = new LiveConference(conference, desk, this::say);
  }

  @BeforeEach
  void a_site_that_is_live() {
    live = new LiveConference(conference, desk, this::say).facts();
    // of no letters: what becomes of one moves the ladder on
    live.contact("site-S1", "site", "\"page\"");
    live.stop("S1", "site-S1", "2026-06-10T09:00");
    live.revises(site.header("name", "青秀山"));
    live.goesLive();
    live.acknowledges("site-S1", "site:S1", 1);
  }

  private List<String> cases(String query) {
    var answer = desk.get("/cases" + query);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    List<String> found = new ArrayList<>();
    answer
        .body()
        .forEach(
            c -> found.add(c.path("change").path("n").asLong() + " " + c.path("state").asString()));
    return found;
  }

  @Test
  void the_newest_comes_first_and_a_page_goes_on_before_its_last() {
    live.revises(site.line("P1", "name", "甲"));
    live.revises(site.line("P2", "name", "乙"));
    assertThat(cases(""))
        .containsExactly("5 settled", "4 settled", "3 closed", "2 closed", "1 closed");
    assertThat(cases("?limit=2")).containsExactly("5 settled", "4 settled");
    assertThat(cases("?limit=2&before=4")).containsExactly("3 closed", "2 closed");
    assertThat(cases("?since=3")).containsExactly("5 settled", "4 settled");
  }

  @Test
  void cases_are_listed_by_where_they_stand() {
    live.revises(site.line("P1", "name", "甲"));
    var goesOn = story();
    tellInOrder(goesOn.begins("excursion", List.of("catering")));
    assertThat(cases("?state=open")).allMatch(c -> c.startsWith("5 "));
    assertThat(cases("?state=settled")).containsExactly("4 settled");
    assertThat(cases("?state=closed"))
        .containsExactly("6 closed", "3 closed", "2 closed", "1 closed");
    live.acknowledges("site-S1", "site:S1", 2);
    assertThat(cases("?state=settled")).isEmpty();
    assertThat(desk.get("/cases?state=lost").code()).isEqualTo("case-state-unknown");
  }

  @Test
  void a_case_counts_its_versions_its_recipients_and_who_is_outstanding() {
    live.contact("duty-1", "duty", "\"page\"");
    var rule =
        """
        {"pattern": "site:*", "contact": "duty-1", "effect": "add"}\
        """;
    assertThat(desk.create("/audience-rules", rule).status()).isEqualTo(201);
    live.revises(site.line("P1", "name", "甲"));
    live.acknowledges("duty-1", "site:S1", 2);
    var newest = desk.get("/cases?limit=1").body().path(0);
    assertThat(newest.path("revised").asLong()).isEqualTo(1);
    assertThat(newest.path("recipients").asLong()).isEqualTo(2);
    assertThat(newest.path("outstanding").asLong()).isEqualTo(1);
    assertThat(newest.path("escalated").asLong()).isZero();
    assertThat(newest.path("due").asString()).startsWith("2026-06-10T09:00");
    assertThat(newest.path("change").path("actor").asString()).isEqualTo("clerk");
  }

  @Test
  void cases_of_another_conference_are_none_of_this_ones() {
    assertThat(at(UUID.randomUUID()).get("/cases").body()).isEmpty();
  }
}
