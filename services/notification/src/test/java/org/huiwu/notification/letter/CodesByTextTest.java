package org.huiwu.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.huiwu.notification.Owner;
import org.huiwu.notification.channel.sms.InboundText;
import org.huiwu.notification.channel.sms.InboundTexts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Who answers a text with its code has acknowledged what it told them.
class CodesByTextTest extends LetterConversation {
  @Autowired private InboundTexts replies;

  /// @return the code that a driver of a bus was sent
  private String codeOfADriver() {
    live.contact("DRV", "driver");
    live.trip("B1", "DRV", "2026-06-10T08:00");
    var bus = new Owner("trip:B1");
    live.revises(bus.header("plate", "桂A00001"));
    live.goesLive();
    sent("DRV", 1);
    return sink().stream()
        .filter(t -> t.contains("回复"))
        .map(t -> t.replaceAll("(?s).*回复 ([0-9]{6}).*", "$1"))
        .findFirst()
        .orElseThrow();
  }

  private long acknowledged(String text, String from) {
    replies.on(new InboundText(from, text, Instant.EPOCH, "1"));
    return standing("DRV").path("acknowledged").asLong();
  }

  @Test
  void a_driver_answers_with_the_code_from_their_own_number() {
    var code = codeOfADriver();
    assertThat(acknowledged(code, "18800000000")).isZero();
    assertThat(acknowledged(" " + code + " 收到", "+86 199 0000 0001")).isEqualTo(1);
    assertThat(standing("DRV").path("acknowledgedHow").asString()).isEqualTo("sms");
  }

  @Test
  void an_answer_counts_from_the_number_that_the_text_went_to_whatever_the_contacts_is_now() {
    var code = codeOfADriver();
    jdbc.update(
        "update contact set phone = '18800000000' where conference = ? and code = 'DRV'",
        conference);
    assertThat(acknowledged(code, "18800000000")).isZero();
    assertThat(acknowledged(code, "19900000001")).isEqualTo(1);
  }

  @Test
  void one_text_is_one_try_and_a_code_is_good_for_some_days() {
    var code = codeOfADriver();
    var other = "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    assertThat(acknowledged(other + " " + code, "19900000001")).isZero();
    jdbc.update(
        "update letter set sending_at = sending_at - interval '4 days' where conference = ?",
        conference);
    assertThat(acknowledged(code, "19900000001")).isZero();
    jdbc.update(
        "update letter set sending_at = sending_at + interval '2 days' where conference = ?",
        conference);
    assertThat(acknowledged(code + "，" + code, "19900000001")).isEqualTo(1);
  }
}
