package org.huiwu.notification.duty;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiwu.notification.LiveConference;
import org.huiwu.notification.Owner;
import org.huiwu.notification.RippleConversation;
import org.huiwu.platform.conversations.Desk;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The shift passes from one to another, with what is open.
class HandoverTest extends RippleConversation {
  private final Owner site = new Owner("site:S1");
  private LiveConference live;
  private Desk night;

  HandoverTest() {
    live = new LiveConference(conference, desk, this::say);
    night = desk;
  }

  @BeforeEach
  void somebody_owes_an_acknowledgement() {
    night = new Desk(port, conference, new SignedRequests("notification", "night", "duty"));
    live = new LiveConference(conference, desk, this::say).facts();
    live.contact("site-S1", "site", "\"page\"");
    live.stop("S1", "site-S1", "2026-06-10T09:00");
    live.revises(site.header("name", "青秀山"));
    live.goesLive();
    live.acknowledges("site-S1", "site:S1", 1);
    live.revises(site.line("P1", "name", "甲"));
    jdbc.update(
        "update standing set due = null where conference = ?", conference); // no overdue case
  }

  private Desk.Answer give(String to) {
    return desk.create("/duty/handovers", "{\"to\": \"%s\", \"note\": \"留意\"}".formatted(to));
  }

  private static Desk.Answer accept(Desk by, Desk.Answer handover) {
    return by.create("/duty/handovers/" + handover.text("id") + "/acceptance", "");
  }

  @Test
  void a_handover_says_who_gives_to_whom_and_what_is_open() {
    var given = give("night");
    assertThat(given.status()).as(given.toString()).isEqualTo(201);
    assertThat(given.text("givenBy")).isEqualTo("secretary");
    assertThat(given.text("givenTo")).isEqualTo("night");
    assertThat(given.body().path("open").path(0).asString()).isEqualTo("debt:site-S1");
    assertThat(given.body().path("open")).hasSize(1);
    assertThat(given.body().path("counts").path("low").asLong()).isEqualTo(1);
    assertThat(desk.get("/duty/handovers").body().path("current").isNull())
        .as("nobody has taken it yet")
        .isTrue();
  }

  @Test
  void who_takes_over_has_the_shift() {
    var given = give("night");
    var accepted = accept(night, given);
    assertThat(accepted.status()).as(accepted.toString()).isEqualTo(200);
    var shifts = desk.get("/duty/handovers").body();
    assertThat(shifts.path("current").path("givenTo").asString()).isEqualTo("night");
    give("day");
    assertThat(desk.get("/duty/handovers").body().path("current").path("givenTo").asString())
        .as("until it is taken the shift stays where it is")
        .isEqualTo("night");
    assertThat(desk.get("/duty/handovers").body().path("handovers")).hasSize(2);
  }

  @Test
  void nobody_hands_over_to_themselves_and_only_the_one_named_takes_it() {
    assertThat(give("secretary").code()).isEqualTo("handover-to-oneself");
    var given = give("night");
    assertThat(accept(desk, given).code()).isEqualTo("handover-to-another");
  }

  @Test
  void a_handover_is_taken_once_and_not_after_a_newer_one() {
    var first = give("night");
    var second = give("night");
    assertThat(accept(night, first).code()).isEqualTo("handover-superseded");
    assertThat(accept(night, second).status()).isEqualTo(200);
    assertThat(accept(night, second).code()).isEqualTo("handover-accepted");
    assertThat(
            night
                .create("/duty/handovers/00000000-0000-0000-0000-000000000000/acceptance", "")
                .code())
        .isEqualTo("handover-unknown");
  }

  @Test
  void it_is_shown_what_of_a_handover_has_been_open_ever_since() {
    give("night");
    assertThat(stillOpen()).isEqualTo(1);
    live.acknowledges("site-S1", "site:S1", 2);
    assertThat(stillOpen()).isZero();
    live.revises(site.line("P2", "name", "乙"));
    jdbc.update("update standing set due = null where conference = ?", conference);
    assertThat(stillOpen()).as("a debt of what came later is another").isZero();
  }

  private long stillOpen() {
    return desk.get("/duty/handovers").body().path("handovers").path(0).path("stillOpen").size();
  }

  @Test
  void the_log_says_who_handed_over_and_who_took_it() {
    accept(night, give("night"));
    var log = desk.getIn("en", "/duty/log").body();
    assertThat(log.findValuesAsString("text"))
        .contains(
            "secretary hands over to night with 1 open",
            "night took over from secretary; 1 of what was handed over is open");
  }
}
