package org.huiwu.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.channel.Channel;
import org.huiwu.notification.channel.Channels;
import org.huiwu.notification.channel.Outcome;
import org.huiwu.notification.channel.Outcome.NotSent;
import org.huiwu.notification.channel.Outgoing;
import org.huiwu.notification.channel.sink.Sink;
import org.huiwu.notification.channel.sms.ProviderEvents;
import org.huiwu.notification.contact.ChannelKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A letter whose provider cannot be reached, or whose platform ends.
class ProviderAwayTest extends PostConversation {
  @Autowired private LettersChanged changed;
  @Autowired private LaterNews news;
  @Autowired private LetterWriting writing;
  @Autowired private List<Addresses> addresses;
  @Autowired private Sink sink;
  @Autowired private ProviderEvents events;

  /// A provider that nobody reaches.
  private static final class Away implements Channel {
    @Override
    public ChannelKind kind() {
      return ChannelKind.SMS;
    }

    @Override
    public Outcome send(Outgoing letter) {
      return new NotSent("circuit-open");
    }

    @Override
    public Optional<NotSent> away(String address) {
      return Optional.of(new NotSent("circuit-open"));
    }

    @Override
    public Optional<Outcome> lookUp(UUID reference, Instant sentAfter) {
      return Optional.empty();
    }
  }

  private LetterClock clockWith(Channel channel) {
    return new LetterClock(
        post,
        news,
        writing,
        addresses,
        new Channels(List.of(channel), _ -> Optional.of(false), sink),
        events,
        changed);
  }

  @Test
  void a_letter_that_is_claimed_when_the_platform_ends_waits_again_and_that_is_no_attempt() {
    var letter = planned(Purpose.REVISION, SITE, 1);
    clockWith(new Away()).look();
    assertThat(of(letter, "state")).isEqualTo("waiting");
    assertThat(of(letter, "reason")).isEqualTo("stopping");
    assertThat(of(letter, "attempts")).isEqualTo("0");
  }

  @Test
  void while_the_provider_is_away_no_letter_is_written_and_no_link_made() {
    live.goesLive();
    var clock = clockWith(new Away());
    clock.start();
    try {
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() ->
              assertThat(
                      jdbc.queryForList(
                          "select reason from letter where conference = ? and state = 'waiting'",
                          String.class,
                          conference))
                  .containsExactly("circuit-open"));
    } finally {
      clock.stop();
    }
    assertThat(
            jdbc.queryForObject(
                "select count(*) from site_link where conference = ?", Long.class, conference))
        .isZero();
  }
}
