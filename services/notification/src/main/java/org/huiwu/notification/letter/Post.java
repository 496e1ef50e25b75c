package org.huiwu.notification.letter;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.notification.channel.Outcome;
import org.huiwu.notification.contact.ChannelKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Letters on their way: claimed by one instance, sent once, and what came of it written down. What
/// is heard of them later is [LaterNews].
@Component
public class Post {

  /// A letter that this instance is to send.
  ///
  /// @param words those of a PIN or a reminder; personal data
  public record Claimed(
      UUID id,
      UUID conference,
      String contact,
      ChannelKind channel,
      Purpose purpose,
      int attempts,
      @Nullable String words) {
    @Override
    public String toString() {
      return "Claimed[" + id + "]";
    }
  }

  private final JdbcTemplate jdbc;
  private final LetterStates states;
  private final LettersChanged changed;
  private final Clock clock;

  Post(JdbcTemplate jdbc, LetterStates states, LettersChanged changed, Clock clock) {
    this.jdbc = jdbc;
    this.states = states;
    this.changed = changed;
    this.clock = clock;
  }

  /// How many letters of each channel are to go now.
  public Map<ChannelKind, Long> due() {
    Map<ChannelKind, Long> due = new HashMap<>();
    jdbc.query(
        "select channel, count(*) from letter where state = 'waiting' and send_after <= ? group by channel",
        row -> {
          due.put(ChannelKind.of(row.getString(1)), row.getLong(2));
        },
        now());
    return due;
  }

  /// No other instance gets the same.
  public List<Claimed> claim(ChannelKind channel, int most) {
    return jdbc.query(
        """
        update letter l set state = 'sending', sending_at = ?, attempts = l.attempts + 1
        from (
          select id from letter where state = 'waiting' and send_after <= ? and channel = ?
          order by send_after limit ? for update skip locked) due
        where l.id = due.id
        returning l.id, l.conference, l.contact, l.channel, l.purpose, l.attempts, l.words\
        """,
        (row, _) -> LetterStates.claimed(row),
        now(),
        now(),
        channel.wire(),
        most);
  }

  /// It is written, and is given out of the house now.
  ///
  /// @return false when writing it took so long that it was given up: then it must not go
  boolean leaves(Claimed letter) {
    return jdbc.update(
            "update letter set sending_at = ? where id = ? and attempts = ? and state = 'sending'",
            now(),
            letter.id(),
            letter.attempts())
        == 1;
  }

  /// There is nothing (left) to say.
  public void withdraw(Claimed letter, String reason) {
    jdbc.update(
        """
        update letter set state = 'withdrawn', settled_at = ?, reason = ?, words = null, next_look_at = null
        where id = ? and attempts = ? and state in ('sending', 'unknown')\
        """,
        now(),
        reason,
        letter.id(),
        letter.attempts());
    changed.in(letter.conference());
  }

  /// The code with which its recipient may answer it, and a hash of the number that it goes to.
  void keepCode(UUID letter, String code, String sentTo) {
    jdbc.update("update letter set code = ?, sent_to = ? where id = ?", code, sentTo, letter);
  }

  /// What came of sending it. The provider's own report may have been faster: it stands.
  public void record(Claimed letter, Outcome outcome) {
    switch (outcome) {
      case Outcome.Accepted accepted -> {
        states.became(letter, "sent", accepted.providerReference(), null, lookLater(letter));
        states.sent(letter.id(), letter.conference(), letter.contact());
      }
      case Outcome.Delivered delivered -> {
        states.became(letter, "delivered", delivered.providerReference(), null, null);
        states.sent(letter.id(), letter.conference(), letter.contact());
      }
      case Outcome.Refused refused -> states.failed(letter, refused.reason());
      case Outcome.NotSent notSent -> states.again(letter, notSent.reason());
      case Outcome.Unknown unknown ->
          states.became(letter, "unknown", null, unknown.reason(), lookLater(letter));
    }
  }

  private @Nullable Timestamp lookLater(Claimed letter) {
    return letter.channel() == ChannelKind.SMS
        ? Timestamp.from(clock.instant().plus(LaterNews.FIRST_LOOK))
        : null;
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
