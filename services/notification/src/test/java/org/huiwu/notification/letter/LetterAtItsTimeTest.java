package org.huiwu.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.Owner;
import org.huiwu.notification.channel.Outgoing;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.letter.Addresses.Address;
import org.huiwu.notification.letter.Post.Claimed;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What a letter says is what is owed when it goes out.
class LetterAtItsTimeTest extends PostConversation {
  @Autowired private LetterWriting writing;

  private Optional<Outgoing> written(Claimed letter) {
    return writing.write(letter, new Address("13800000000", "duty", Locale.CHINESE, null));
  }

  @Test
  void a_letter_tells_of_the_version_that_is_owed_when_it_goes_out() {
    live.goesLive();
    jdbc.update("delete from letter where conference = ?", conference);
    var letter = planned(Purpose.RESEND, SITE, 1);
    live.revises(site.line("p2", "bus", "B1"));
    var sending =
        post.claim(ChannelKind.SMS, 1_000).stream()
            .filter(l -> l.id().equals(letter))
            .findFirst()
            .orElseThrow();
    assertThat(written(sending)).map(Outgoing::text).get().asString().contains("第2版");
    assertThat(
            jdbc.queryForObject(
                "select to_version from letter_item where letter = ?", Long.class, letter))
        .isEqualTo(2);
  }

  @Test
  void what_is_cut_while_a_letter_goes_out_is_told_by_the_next_one_only() {
    live.goesLive();
    jdbc.update("delete from letter where conference = ?", conference);
    var letter = planned(Purpose.REVISION, SITE, 1);
    var sending =
        post.claim(ChannelKind.SMS, 1_000).stream()
            .filter(l -> l.id().equals(letter))
            .findFirst()
            .orElseThrow();
    live.revises(site.line("p2", "bus", "B1"));
    assertThat(written(sending)).map(Outgoing::text).get().asString().contains("第1版");
    assertThat(
            jdbc.queryForList(
                """
                select i.to_version from letter_item i join letter l on l.id = i.letter
                where l.conference = ? and i.manifest = ? order by 1\
                """,
                Long.class,
                conference,
                SITE))
        .containsExactly(1L, 2L);
  }

  @Test
  void nobody_is_called_on_for_a_debt_that_was_paid_meanwhile() {
    live.contact("OTHER", "site");
    live.contact("CHIEF", "chief-liaison");
    live.stop("S2", "OTHER", "2026-06-10T09:00");
    var second = new Owner("site:S2");
    live.revises(second.header("arrives", "2026-06-10T09:00"));
    live.goesLive();
    jdbc.update("delete from letter where conference = ?", conference);
    var letter =
        letters.plan(
            conference,
            "CHIEF",
            ChannelKind.SMS,
            Purpose.ESCALATION,
            List.of(new Letters.Item(SITE, 0, 1), new Letters.Item("site:S2", 0, 1)),
            Instant.EPOCH);
    step(letter, "SITE", SITE);
    step(letter, "OTHER", "site:S2");
    var sending = claimed();
    live.acknowledges("SITE", SITE, 1);
    assertThat(written(sending))
        .map(Outgoing::text)
        .get()
        .asString()
        .contains("S2")
        .doesNotContain("S1");
    live.acknowledges("OTHER", "site:S2", 1);
    assertThat(written(sending)).isEmpty();
  }

  private void step(UUID letter, String contact, String manifest) {
    jdbc.update(
        """
        insert into escalation (conference, contact, manifest, from_version, to_version, step, at, what, told, letter)
        values (?, ?, ?, 0, 1, 'chief-liaison', now(), 'told', 'CHIEF', ?)\
        """,
        conference,
        contact,
        manifest,
        letter);
  }
}
