package org.huiwu.notification.letter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.Owner;
import org.huiwu.notification.RippleConversation;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.letter.Post.Claimed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// Letters on their way, with the sending clock held still. The conference is no rehearsal.
abstract class PostConversation extends RippleConversation {
  static final String SITE = "site:S1";

  @Autowired private LetterClock running;
  @Autowired Post post;
  @Autowired Letters letters;

  LiveConference live = new LiveConference(new UUID(0, 0), desk, _ -> {});
  Owner site = new Owner(SITE);

  @BeforeEach
  void nothing_goes_out_by_itself() {
    running.stop();
    live = new LiveConference(conference, desk, this::say).facts();
    live.contact("SITE", "site");
    live.stop("S1", "SITE", "2026-06-10T09:00");
    site = new Owner(SITE);
    live.revises(site.header("arrives", "2026-06-10T09:00"), site.line("p1", "bus", "B1"));
  }

  @AfterEach
  void letters_go_out_again() {
    running.start();
  }

  UUID planned(Purpose purpose, String manifest, long version) {
    return letters.plan(
        conference,
        "SITE",
        ChannelKind.SMS,
        purpose,
        List.of(new Letters.Item(manifest, 0, version)),
        Instant.EPOCH);
  }

  UUID words(Purpose purpose, String words) {
    return letters.planWords(
        conference, "person:p1", ChannelKind.SMS, purpose, words, Instant.EPOCH);
  }

  Claimed claimed() {
    return post.claim(ChannelKind.SMS, 1_000).stream()
        .filter(l -> l.conference().equals(conference))
        .findFirst()
        .orElseThrow();
  }

  void itIsTime(UUID letter) {
    jdbc.update("update letter set send_after = 'epoch' where id = ?", letter);
  }

  String of(UUID letter, String column) {
    return String.valueOf(
        jdbc.queryForMap("select * from letter where id = ?", letter).get(column));
  }
}
