package org.huiwu.notification.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.RippleConversation;
import org.huiwu.platform.conversations.Desk;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.UncategorizedSQLException;

/// What is written down on duty.
class ShiftLogTest extends RippleConversation {

  private Desk.Answer write(String body) {
    return desk.create("/duty/log", body);
  }

  @Test
  void an_entry_says_who_wrote_it_when_and_what_it_is_about() {
    var change = UUID.randomUUID();
    var written =
        write(
            """
            {"text": "已电话告知", "about": {"change": "%s", "manifest": "site:S1", "contact": "site-S1"}}\
            """
                .formatted(change));
    assertThat(written.status()).as(written.toString()).isEqualTo(201);
    var entry = desk.get("/duty/log").body().path(0);
    assertThat(entry.path("n").asLong()).isEqualTo(1);
    assertThat(entry.path("account").asString()).isEqualTo("secretary");
    assertThat(entry.path("text").asString()).isEqualTo("已电话告知");
    assertThat(entry.path("at").isNull()).isFalse();
    assertThat(entry.path("about").path("change").asString()).isEqualTo(change.toString());
    assertThat(entry.path("about").path("manifest").asString()).isEqualTo("site:S1");
    assertThat(entry.path("about").path("contact").asString()).isEqualTo("site-S1");
  }

  @Test
  void a_correction_is_a_new_entry_that_names_the_old_one() {
    write("{\"text\": \"九点到\"}");
    var correction = write("{\"text\": \"十点到\", \"corrects\": 1}");
    assertThat(correction.status()).isEqualTo(201);
    var log = desk.get("/duty/log").body();
    assertThat(log.findValuesAsString("text")).containsExactly("九点到", "十点到");
    assertThat(log.path(1).path("corrects").asLong()).isEqualTo(1);
    assertThat(write("{\"text\": \"x\", \"corrects\": 9}").code()).isEqualTo("shift-entry-unknown");
  }

  @Test
  void an_entry_is_never_changed() {
    write("{\"text\": \"九点到\"}");
    assertThatThrownBy(
            () -> jdbc.update("update shift_entry set text = '' where conference = ?", conference))
        .isInstanceOf(UncategorizedSQLException.class)
        .hasMessageContaining("never changed");
    assertThat(desk.send(HttpMethod.PUT, "/duty/log", null, "{}").status()).isEqualTo(405);
    assertThat(desk.send(HttpMethod.DELETE, "/duty/log", null, "").status()).isEqualTo(405);
  }

  @Test
  void the_log_is_read_on_from_a_number() {
    write("{\"text\": \"一\"}");
    write("{\"text\": \"二\"}");
    write("{\"text\": \"三\"}");
    assertThat(desk.get("/duty/log?since=1").body().findValuesAsString("text"))
        .containsExactly("二", "三");
    assertThat(desk.get("/duty/log?since=1&limit=1").body().findValuesAsString("text"))
        .containsExactly("二");
  }

  @Test
  void an_entry_written_twice_under_one_key_is_there_once_and_needs_text() {
    desk.create("/duty/log", "key-1", "{\"text\": \"一\"}");
    desk.create("/duty/log", "key-1", "{\"text\": \"一\"}");
    assertThat(desk.get("/duty/log").body()).hasSize(1);
    assertThat(write("{\"text\": \" \"}").status()).isEqualTo(400);
    assertThat(desk.createWithoutKey("/duty/log", "{\"text\": \"一\"}").code())
        .isEqualTo("idempotency-key-required");
  }

  @Test
  void the_platform_notes_that_a_conference_went_live_in_the_readers_language() {
    new LiveConference(conference, desk, this::say).facts().goesLive();
    var entry = desk.get("/duty/log").body().path(0);
    assertThat(entry.path("account").isNull()).isTrue();
    assertThat(entry.path("code").asString()).isEqualTo("went-live");
    assertThat(entry.path("text").asString()).isEqualTo("secretary 启动了会议，0 份首版清单已通知");
    assertThat(desk.getIn("en", "/duty/log").body().path(0).path("text").asString())
        .isEqualTo("secretary took the conference live; 0 first versions were told");
  }

  @Test
  void the_platform_notes_whose_links_were_revoked() {
    new LiveConference(conference, desk, this::say).facts().contact("site-S1", "site");
    assertThat(desk.create("/contacts/site-S1/revocations", "").status()).isEqualTo(201);
    var entry = desk.getIn("en", "/duty/log").body().path(0);
    assertThat(entry.path("text").asString())
        .isEqualTo("secretary revoked all links of site-S1 (0)");
    assertThat(entry.path("about").path("contact").asString()).isEqualTo("site-S1");
  }

  @Test
  void pages_are_told_that_there_is_an_entry_and_not_what_it_says() {
    write("{\"text\": \"张三的手机\"}");
    assertThat(
            jdbc.queryForList(
                "select data from stream_event where conference = ? and type = 'shift-noted'",
                String.class,
                conference))
        .containsExactly("{\"n\":1}");
  }

  @Test
  void only_the_duty_room_writes() {
    var root = new SignedRequests("notification", "root", "administrator");
    var administrator = new Desk(port, conference, root);
    assertThat(administrator.get("/duty/log").status()).isEqualTo(200);
    assertThat(administrator.create("/duty/log", "{\"text\": \"一\"}").code())
        .isEqualTo("not-allowed");
  }
}
