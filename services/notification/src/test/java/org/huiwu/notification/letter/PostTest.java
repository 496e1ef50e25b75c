package org.huiwu.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.huiwu.notification.channel.Outcome.Accepted;
import org.huiwu.notification.channel.Outcome.NotSent;
import org.huiwu.notification.channel.Outcome.Unknown;
import org.huiwu.notification.contact.ChannelKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A letter's way through its states.
class PostTest extends PostConversation {
  @Autowired private LaterNews news;

  @Test
  void a_text_that_the_provider_took_is_not_sent_again_when_the_provider_has_forgotten_it() {
    var letter = planned(Purpose.REVISION, SITE, 1);
    post.record(claimed(), new Accepted("p-1"));
    news.learn(letter, new NotSent("never-heard"));
    assertThat(of(letter, "state")).isEqualTo("sent");
    planned(Purpose.REVISION, SITE, 2);
    news.learn(letter, new NotSent("never-heard"));
    assertThat(of(letter, "state")).isEqualTo("sent");
  }

  @Test
  void an_unknown_text_of_which_the_provider_never_heard_goes_again_with_its_own_words() {
    var letter = words(Purpose.PIN, "码 123456");
    post.record(claimed(), new Unknown("timeout"));
    assertThat(of(letter, "words")).isEqualTo("码 123456");
    news.learn(letter, new NotSent("never-heard"));
    assertThat(of(letter, "state")).isEqualTo("waiting");
    itIsTime(letter);
    assertThat(claimed().words()).isEqualTo("码 123456");
  }

  @Test
  void words_are_kept_while_nobody_knows_and_forgotten_when_it_is_known_or_nobody_asks_any_more() {
    var interrupted = words(Purpose.PIN, "码 1");
    claimed();
    jdbc.update("update letter set sending_at = 'epoch' where id = ?", interrupted);
    news.giveUpInterrupted();
    assertThat(of(interrupted, "state")).isEqualTo("unknown");
    assertThat(of(interrupted, "words")).isEqualTo("码 1");
    news.lookAgain(interrupted, Instant.now());
    assertThat(of(interrupted, "words")).isEqualTo("码 1");
    news.lookAgain(interrupted, Instant.now().minus(Duration.ofHours(7)));
    assertThat(of(interrupted, "words")).isEqualTo("null");
    var known = words(Purpose.PIN, "码 2");
    post.record(claimed(), new Unknown("timeout"));
    news.learn(known, new Accepted("p-2"));
    assertThat(of(known, "words")).isEqualTo("null");
  }

  @Test
  void a_reminder_that_was_not_sent_is_not_taken_for_the_one_that_waits() {
    var first = words(Purpose.REMINDER, "车在南门");
    var sending = claimed();
    var second = words(Purpose.REMINDER, "晚宴七点");
    var third = words(Purpose.REMINDER, "会议八点");
    post.record(sending, new NotSent("unreachable"));
    for (var one : Map.of(first, "车在南门", second, "晚宴七点", third, "会议八点").entrySet()) {
      assertThat(of(one.getKey(), "state")).isEqualTo("waiting");
      assertThat(of(one.getKey(), "words")).isEqualTo(one.getValue());
    }
  }

  @Test
  void what_was_not_sent_is_said_by_the_newer_letter_that_waits() {
    var older = planned(Purpose.FIRST, SITE, 1);
    var sending = claimed();
    var newer = planned(Purpose.REVISION, "site:S2", 4);
    post.record(sending, new NotSent("unreachable"));
    assertThat(of(older, "state")).isEqualTo("withdrawn");
    assertThat(of(older, "reason")).isEqualTo("said-by-a-newer-one");
    assertThat(
            jdbc.queryForList(
                "select manifest || '@' || to_version from letter_item where letter = ? order by 1",
                String.class,
                newer))
        .containsExactly("site:S1@1", "site:S2@4");
  }

  @Test
  void what_came_of_a_letter_counts_though_it_was_given_up_meanwhile() {
    var letter = planned(Purpose.REVISION, SITE, 1);
    var sending = claimed();
    jdbc.update("update letter set sending_at = 'epoch' where id = ?", letter);
    news.giveUpInterrupted();
    post.record(sending, new Accepted("p-1"));
    assertThat(of(letter, "state")).isEqualTo("sent");
    assertThat(of(letter, "provider_reference")).isEqualTo("p-1");
  }

  @Test
  void a_letter_that_was_given_up_while_it_was_written_does_not_leave_and_waits_again() {
    var letter = planned(Purpose.REVISION, SITE, 1);
    var slow = claimed();
    assertThat(post.leaves(slow)).isTrue();
    jdbc.update("update letter set sending_at = 'epoch' where id = ?", letter);
    news.giveUpInterrupted();
    assertThat(post.leaves(slow)).isFalse();
    post.record(slow, new NotSent("written-too-late"));
    assertThat(of(letter, "state")).isEqualTo("waiting");
    itIsTime(letter);
    claimed();
    assertThat(post.leaves(slow)).as("another attempt's").isFalse();
    post.record(slow, new Accepted("p-1"));
    assertThat(of(letter, "state")).isEqualTo("sending");
  }

  @Test
  void a_mail_that_is_greylisted_is_tried_again_in_minutes_and_a_text_in_seconds() {
    var mail = planned(Purpose.REVISION, SITE, 1);
    for (int n = 1; n < 6; n++) {
      post.record(claimed(), new NotSent("smtp-451"));
      assertThat(of(mail, "state")).isEqualTo("waiting");
      assertThat(pause(mail)).isBetween(Duration.ofSeconds(290), Duration.ofMinutes(30));
      itIsTime(mail);
    }
    post.record(claimed(), new NotSent("smtp-451"));
    assertThat(of(mail, "state")).isEqualTo("failed");
    var text = planned(Purpose.REVISION, SITE, 1);
    post.record(claimed(), new NotSent("unreachable"));
    assertThat(pause(text)).isLessThan(Duration.ofSeconds(3));
  }

  private Duration pause(UUID letter) {
    var at =
        jdbc.queryForObject(
            "select send_after from letter where id = ?", java.sql.Timestamp.class, letter);
    return at == null ? Duration.ZERO : Duration.between(Instant.now(), at.toInstant());
  }

  @Test
  void what_joins_a_letter_that_is_tried_again_keeps_to_the_pause() {
    var mail = planned(Purpose.REVISION, SITE, 1);
    post.record(claimed(), new NotSent("smtp-451"));
    assertThat(planned(Purpose.REVISION, SITE, 2)).isEqualTo(mail);
    assertThat(pause(mail)).isGreaterThan(Duration.ofMinutes(4));
  }

  @Test
  void two_instances_share_the_letters_and_no_letter_is_claimed_twice() {
    Set<UUID> all = new HashSet<>();
    for (int n = 0; n < 60; n++) {
      all.add(
          letters.planWords(
              conference, "person:" + n, ChannelKind.SMS, Purpose.PIN, "码", Instant.EPOCH));
    }
    List<UUID> claimed = new ArrayList<>();
    try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
      var rounds =
          java.util.stream.IntStream.range(0, 40)
              .mapToObj(_ ->
                  CompletableFuture.supplyAsync(() -> post.claim(ChannelKind.SMS, 7), instances))
              .toList();
      rounds.forEach(r ->
          r.join().stream()
              .filter(l -> l.conference().equals(conference))
              .forEach(l -> claimed.add(l.id())));
    }
    post.claim(ChannelKind.SMS, 1_000).stream()
        .filter(l -> l.conference().equals(conference))
        .forEach(l -> claimed.add(l.id()));
    assertThat(claimed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
  }
}
