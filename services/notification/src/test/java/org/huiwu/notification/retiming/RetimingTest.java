package org.huiwu.notification.retiming;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiwu.notification.LiveConference;
import org.huiwu.notification.RippleConversation;
import org.huiwu.platform.conversations.Desk;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// One desk asks another to move its plans along.
class RetimingTest extends RippleConversation {
  private static final String ASKED =
      """
      {"desk": "catering", "minutes": 45, "plans": ["meal:DR1", "meal:DR2", "meal:DR1"],
       "due": "2026-06-09T18:00", "reason": "开幕推迟"}\
      """;

  private Desk venue;
  private Desk catering;
  private Desk transport;

  @BeforeEach
  void desks_of_their_own() {
    venue = seat("hall", "venue");
    catering = seat("kitchen", "catering");
    transport = seat("fleet", "transport");
  }

  private Desk seat(String account, String role) {
    return new Desk(port, conference, new SignedRequests("notification", account, role));
  }

  private JsonNode open() {
    return catering.get("/retimings?open=true").body();
  }

  private String asked() {
    var answer = venue.create("/retimings", ASKED);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.text("id");
  }

  @Test
  void it_says_who_asks_whom_for_what_and_names_each_plan_once() {
    asked();
    var one = open().path(0);
    assertThat(one.path("desk").asString()).isEqualTo("catering");
    assertThat(one.path("minutes").asInt()).isEqualTo(45);
    assertThat(one.path("plans")).hasSize(2);
    assertThat(one.path("askedBy").asString()).isEqualTo("hall");
    assertThat(one.path("askedAs").asString()).isEqualTo("venue");
    assertThat(one.path("reason").asString()).isEqualTo("开幕推迟");
    assertThat(one.path("answer").isNull()).isTrue();
  }

  @Test
  void asked_twice_under_one_key_it_is_there_once() {
    venue.create("/retimings", "key-1", ASKED);
    venue.create("/retimings", "key-1", ASKED);
    assertThat(open()).hasSize(1);
  }

  @Test
  void the_desk_that_was_asked_answers_it_and_it_is_no_longer_open() {
    var id = asked();
    var done = catering.create("/retimings/" + id + "/answers", "{\"outcome\": \"done\"}");
    assertThat(done.status()).as(done.toString()).isEqualTo(201);
    assertThat(open()).isEmpty();
    var answer = venue.get("/retimings/" + id).body().path("answer");
    assertThat(answer.path("outcome").asString()).isEqualTo("done");
    assertThat(answer.path("by").asString()).isEqualTo("kitchen");
  }

  @Test
  void it_is_answered_once() {
    var id = asked();
    catering.create("/retimings/" + id + "/answers", "{\"outcome\": \"done\"}");
    var again = desk.create("/retimings/" + id + "/answers", "{\"outcome\": \"done\"}");
    assertThat(again.code()).isEqualTo("retiming-answered");
  }

  @Test
  void another_desk_answers_nothing_the_duty_room_in_its_place() {
    var id = asked();
    var path = "/retimings/" + id + "/answers";
    assertThat(transport.create(path, "{\"outcome\": \"done\"}").code())
        .isEqualTo("retiming-of-another-desk");
    assertThat(open()).hasSize(1);
    assertThat(seat("night", "duty").create(path, "{\"outcome\": \"done\"}").status())
        .isEqualTo(201);
  }

  @Test
  void who_declines_says_why() {
    var path = "/retimings/" + asked() + "/answers";
    assertThat(catering.create(path, "{\"outcome\": \"declined\", \"word\": \" \"}").code())
        .isEqualTo("retiming-declined-without-word");
    assertThat(catering.create(path, "{\"outcome\": \"declined\", \"word\": \"已备餐\"}").status())
        .isEqualTo(201);
  }

  @Test
  void as_long_as_it_is_open_the_duty_room_sees_it() {
    new LiveConference(conference, desk, this::say).facts();
    var id = asked();
    var matter = seat("night", "duty").get("/duty/open").body().path("items").path(0);
    assertThat(matter.path("key").asString()).isEqualTo("retiming:" + id);
    assertThat(matter.path("kind").asString()).isEqualTo("retiming");
    assertThat(matter.path("due").asString()).startsWith("2026-06-09T18:00");
    catering.create("/retimings/" + id + "/answers", "{\"outcome\": \"done\"}");
    assertThat(seat("night", "duty").get("/duty/open").body().path("total").asInt()).isZero();
  }

  @Test
  void it_names_what_can_move_by_how_much_and_of_whom() {
    assertThat(venue.create("/retimings", ASKED.replace("45", "0")).code())
        .isEqualTo("retiming-by-nothing");
    assertThat(venue.create("/retimings", ASKED.replace("45", "99999")).status()).isEqualTo(400);
    assertThat(venue.create("/retimings", ASKED.replace("catering", "registration")).status())
        .isEqualTo(400);
    assertThat(venue.create("/retimings", ASKED.replace("meal:DR1", "rooming:H1")).status())
        .isEqualTo(400);
    assertThat(open()).isEmpty();
  }

  @Test
  void who_has_no_plans_that_move_asks_for_none() {
    assertThat(seat("clerk", "registration").create("/retimings", ASKED).code())
        .isEqualTo("not-allowed");
  }
}
