package org.huiwu.notification.letter;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.channel.Outcome;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.letter.Post.Claimed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// What is heard later of letters that were sent, or of which nobody knew. A letter that was being
/// sent when its instance died is unknown, never sent again by guess; one that its provider has
/// taken is never sent again, whatever the provider has forgotten since (ADR 0025).
@Component
public class LaterNews {
  static final Duration FIRST_LOOK = Duration.ofSeconds(20);

  /// Longer than any channel's own time limit, from the moment at which a letter leaves.
  private static final Duration INTERRUPTED_AFTER = Duration.ofSeconds(90);

  private static final Duration NO_MORE_LOOKS = Duration.ofHours(6);

  /// A letter of which the provider may know more.
  public record Underway(UUID id, UUID conference, ChannelKind channel, Instant sendingAt) {}

  private record Found(Claimed claimed, String state, Instant sendingAt) {}

  private final JdbcTemplate jdbc;
  private final LetterStates states;
  private final LettersChanged changed;
  private final Clock clock;

  LaterNews(JdbcTemplate jdbc, LetterStates states, LettersChanged changed, Clock clock) {
    this.jdbc = jdbc;
    this.states = states;
    this.changed = changed;
    this.clock = clock;
  }

  /// What the provider says, by itself or when asked.
  public void learn(UUID letter, Outcome outcome) {
    var found = find(letter);
    if (found == null) {
      return;
    }
    switch (outcome) {
      case Outcome.Accepted accepted -> {
        if (found.state.equals("unknown")) {
          states.settle(letter, found.claimed.conference(), "sent", accepted.providerReference());
          states.sent(letter, found.claimed.conference(), found.claimed.contact());
        }
        lookAgain(letter, found.sendingAt);
      }
      case Outcome.Delivered delivered -> {
        states.settle(
            letter, found.claimed.conference(), "delivered", delivered.providerReference());
        states.sent(letter, found.claimed.conference(), found.claimed.contact());
      }
      case Outcome.Refused refused -> states.failed(found.claimed, refused.reason());
      case Outcome.NotSent notSent -> {
        if (found.state.equals("unknown")) {
          states.again(found.claimed, notSent.reason());
        } else {
          lookAgain(letter, found.sendingAt);
        }
      }
      case Outcome.Unknown _ -> lookAgain(letter, found.sendingAt);
    }
  }

  /// Letters that were being sent when their instance died: nobody knows. Where somebody can be
  /// asked, their words are kept until it is said.
  public int giveUpInterrupted() {
    var lost =
        jdbc.queryForList(
            """
            update letter set state = 'unknown', reason = 'interrupted',
              words = case when channel = 'sms' or rehearsal then words end,
              next_look_at = case when channel = 'sms' or rehearsal then ?::timestamptz end
            where state = 'sending' and sending_at < ? returning conference\
            """,
            UUID.class,
            Timestamp.from(clock.instant()),
            Timestamp.from(clock.instant().minus(INTERRUPTED_AFTER)));
    lost.forEach(changed::in);
    return lost.size();
  }

  /// Letters of which the provider is to be asked now; asked by one instance at a time.
  public List<Underway> toLookUp(int most) {
    return jdbc.query(
        """
        update letter l set next_look_at = ?
        from (select id from letter where next_look_at <= ? order by next_look_at limit ? for update skip locked) due
        where l.id = due.id
        returning l.id, l.conference, l.channel, coalesce(l.sending_at, l.planned_at)\
        """,
        (row, _) ->
            new Underway(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                ChannelKind.of(row.getString(3)),
                row.getTimestamp(4).toInstant()),
        Timestamp.from(clock.instant().plus(FIRST_LOOK)),
        Timestamp.from(clock.instant()),
        most);
  }

  /// It could not be said; asked again later, for some hours.
  public void lookAgain(UUID letter, Instant sendingAt) {
    var age = Duration.between(sendingAt, clock.instant());
    var over = age.compareTo(NO_MORE_LOOKS) > 0;
    jdbc.update(
        """
        update letter set next_look_at = ?, words = case when ? then null else words end
        where id = ? and state in ('sent', 'unknown')\
        """,
        over
            ? null
            : Timestamp.from(
                clock.instant().plus(age.compareTo(FIRST_LOOK) < 0 ? FIRST_LOOK : age)),
        over,
        letter);
  }

  private @Nullable Found find(UUID letter) {
    return jdbc
        .query(
            """
            select id, conference, contact, channel, purpose, attempts, words, state, coalesce(sending_at, planned_at)
            from letter where id = ?\
            """,
            (row, _) ->
                new Found(
                    LetterStates.claimed(row), row.getString(8), row.getTimestamp(9).toInstant()),
            letter)
        .stream()
        .findFirst()
        .orElse(null);
  }
}
