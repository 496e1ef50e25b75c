package org.huiwu.notification.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.huiwu.notification.channel.Outcome;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.standing.Standings;
import org.huiwu.platform.messaging.ChangeLog;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Letters on their way: claimed by one instance, sent once, and what became of them written down.
/// A letter that was being sent when its instance died is unknown, never sent again by guess (ADR
/// 0025).
@Component
public class Post {
  private static final int MOST_ATTEMPTS = 6;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

  /// The provider is away or has too much to do: that is no attempt.
  private static final Set<String> NO_ATTEMPT =
      Set.of("circuit-open", "provider-busy", "provider-crowded");

  private static final Duration UNTIL_IT_IS_BACK = Duration.ofSeconds(10);

  /// Longer than any channel's own time limit.
  private static final Duration INTERRUPTED_AFTER = Duration.ofSeconds(90);

  private static final Duration FIRST_LOOK = Duration.ofSeconds(20);
  private static final Duration NO_MORE_LOOKS = Duration.ofHours(6);

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

  /// A letter of which the provider may know more.
  public record Underway(UUID id, UUID conference, ChannelKind channel, Instant sendingAt) {}

  private final JdbcTemplate jdbc;
  private final Standings standings;
  private final ChangeLog changes;
  private final LetterNews news;
  private final Clock clock;

  Post(JdbcTemplate jdbc, Standings standings, ChangeLog changes, LetterNews news, Clock clock) {
    this.jdbc = jdbc;
    this.standings = standings;
    this.changes = changes;
    this.news = news;
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
        (row, _) -> claimed(row),
        now(),
        now(),
        channel.wire(),
        most);
  }

  /// There is nothing (left) to say.
  public void withdraw(Claimed letter, String reason) {
    jdbc.update(
        "update letter set state = 'withdrawn', settled_at = ?, reason = ?, words = null where id = ? and state = 'sending'",
        now(),
        reason,
        letter.id());
    news.of(letter.conference());
  }

  /// The code with which its recipient may answer it.
  public void keepCode(UUID letter, String code) {
    jdbc.update("update letter set code = ? where id = ?", code, letter);
  }

  /// What came of sending it. The provider's own report may have been faster: it stands.
  public void record(Claimed letter, Outcome outcome) {
    switch (outcome) {
      case Outcome.Accepted accepted -> {
        became(letter.id(), "sent", accepted.providerReference(), null, lookLater(letter));
        sent(letter.id(), letter.conference(), letter.contact());
      }
      case Outcome.Delivered delivered -> {
        became(letter.id(), "delivered", delivered.providerReference(), null, null);
        sent(letter.id(), letter.conference(), letter.contact());
      }
      case Outcome.Refused refused -> failed(letter.id(), letter.conference(), refused.reason());
      case Outcome.NotSent notSent -> again(letter, notSent.reason());
      case Outcome.Unknown unknown ->
          became(letter.id(), "unknown", null, unknown.reason(), lookLater(letter));
    }
    news.of(letter.conference());
  }

  /// What the provider says later, by itself or when asked: of a letter that was sent, or of which
  /// nobody knew.
  public void learn(UUID letter, Outcome outcome) {
    var found = find(letter);
    if (found == null) {
      return;
    }
    switch (outcome) {
      case Outcome.Accepted accepted -> {
        if (found.state.equals("unknown")) {
          settle(letter, "sent", accepted.providerReference(), null);
          sent(letter, found.claimed.conference(), found.claimed.contact());
        }
        lookAgain(letter, found.sendingAt);
      }
      case Outcome.Delivered delivered -> {
        settle(letter, "delivered", delivered.providerReference(), null);
        sent(letter, found.claimed.conference(), found.claimed.contact());
      }
      case Outcome.Refused refused -> failed(letter, found.claimed.conference(), refused.reason());
      case Outcome.NotSent notSent -> again(found.claimed, notSent.reason());
      case Outcome.Unknown _ -> lookAgain(letter, found.sendingAt);
    }
    if (!(outcome instanceof Outcome.Unknown) && !state(letter).equals(found.state)) {
      news.of(found.claimed.conference());
    }
  }

  private String state(UUID letter) {
    return Objects.requireNonNull(
        jdbc.queryForObject("select state from letter where id = ?", String.class, letter));
  }

  /// Letters that were being sent when their instance died: nobody knows.
  public int giveUpInterrupted() {
    var lost =
        jdbc.queryForList(
            """
            update letter set state = 'unknown', reason = 'interrupted', words = null, next_look_at = ?
            where state = 'sending' and sending_at < ? returning conference\
            """,
            UUID.class,
            now(),
            Timestamp.from(clock.instant().minus(INTERRUPTED_AFTER)));
    lost.forEach(news::of);
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
        now(),
        most);
  }

  /// It could not be said; asked again later, for some hours.
  public void lookAgain(UUID letter, Instant sendingAt) {
    var age = Duration.between(sendingAt, clock.instant());
    jdbc.update(
        "update letter set next_look_at = ? where id = ? and state in ('sent', 'unknown')",
        age.compareTo(NO_MORE_LOOKS) > 0
            ? null
            : Timestamp.from(
                clock.instant().plus(age.compareTo(FIRST_LOOK) < 0 ? FIRST_LOOK : age)),
        letter);
  }

  private @Nullable Timestamp lookLater(Claimed letter) {
    return letter.channel() == ChannelKind.SMS
        ? Timestamp.from(clock.instant().plus(FIRST_LOOK))
        : null;
  }

  private void became(
      UUID letter,
      String state,
      @Nullable String reference,
      @Nullable String reason,
      @Nullable Timestamp look) {
    jdbc.update(
        """
        update letter set state = ?, sent_at = case when ? in ('sent', 'delivered') then ?::timestamptz end,
          settled_at = case when ? = 'delivered' then ?::timestamptz end,
          provider_reference = coalesce(?, provider_reference), reason = ?, words = null, next_look_at = ?
        where id = ? and state = 'sending'\
        """,
        state,
        state,
        now(),
        state,
        now(),
        reference,
        reason,
        look,
        letter);
  }

  private void settle(
      UUID letter, String state, @Nullable String reference, @Nullable String reason) {
    jdbc.update(
        """
        update letter set state = ?, sent_at = coalesce(sent_at, ?), settled_at = ?, reason = ?, words = null,
          provider_reference = coalesce(?, provider_reference), next_look_at = null
        where id = ? and state in ('sending', 'sent', 'unknown')\
        """,
        state,
        now(),
        now(),
        reason,
        reference,
        letter);
  }

  /// For good: the ladder need not wait any longer.
  private void failed(UUID letter, UUID conference, String reason) {
    var first =
        jdbc.update(
            """
            update letter set state = 'failed', settled_at = ?, reason = ?, words = null, next_look_at = null
            where id = ? and state in ('sending', 'sent', 'unknown')\
            """,
            now(),
            reason,
            letter);
    if (first == 1) {
      jdbc.update(
          """
          update standing s set next_step_at = least(s.next_step_at, ?)
          from letter_item i join letter l on l.id = i.letter
          where i.letter = ? and s.conference = ? and s.contact = l.contact and s.manifest = i.manifest
            and s.active and s.told > s.acknowledged and s.next_step_at is not null\
          """,
          now(),
          letter,
          conference);
    }
  }

  private void again(Claimed letter, String reason) {
    var tried = !NO_ATTEMPT.contains(reason);
    if (tried && letter.attempts() >= MOST_ATTEMPTS) {
      failed(letter.id(), letter.conference(), reason);
      return;
    }
    var pause = tried ? FIRST_PAUSE.multipliedBy(1L << (letter.attempts() - 1)) : UNTIL_IT_IS_BACK;
    changes.locked(
        letter.conference(),
        () -> {
          mergeOrWait(letter, reason, clock.instant().plus(pause));
          return letter;
        });
  }

  /// Where a newer letter waits meanwhile it says this too.
  private void mergeOrWait(Claimed letter, String reason, Instant sendAfter) {
    var newer =
        jdbc.queryForList(
            """
            select id from letter where conference = ? and contact = ? and channel = ? and purpose = ? and state = 'waiting'\
            """,
            UUID.class,
            letter.conference(),
            letter.contact(),
            letter.channel().wire(),
            letter.purpose().wire());
    if (newer.isEmpty()) {
      jdbc.update(
          "update letter set state = 'waiting', send_after = ?, reason = ?, attempts = attempts - ?, next_look_at = null where id = ? and state in ('sending', 'unknown', 'sent')",
          Timestamp.from(sendAfter),
          reason,
          NO_ATTEMPT.contains(reason) ? 1 : 0,
          letter.id());
      return;
    }
    jdbc.update(
        """
        insert into letter_item as i (letter, manifest, from_version, to_version)
        select ?, manifest, from_version, to_version from letter_item where letter = ?
        on conflict (letter, manifest) do update set from_version = least(i.from_version, excluded.from_version),
          to_version = greatest(i.to_version, excluded.to_version)\
        """,
        newer.getFirst(),
        letter.id());
    jdbc.update(
        """
        update letter set state = 'withdrawn', settled_at = ?, reason = 'said-by-a-newer-one', words = null, next_look_at = null
        where id = ? and state in ('sending', 'unknown', 'sent')\
        """,
        now(),
        letter.id());
  }

  private void sent(UUID letter, UUID conference, String contact) {
    Map<String, Long> versions = new HashMap<>();
    jdbc.query(
        "select manifest, to_version from letter_item where letter = ?",
        row -> {
          versions.put(row.getString(1), row.getLong(2));
        },
        letter);
    if (!versions.isEmpty()) {
      standings.sent(conference, contact, versions);
    }
  }

  private record Found(Claimed claimed, String state, Instant sendingAt) {}

  private @Nullable Found find(UUID letter) {
    return jdbc
        .query(
            """
            select id, conference, contact, channel, purpose, attempts, words, state, coalesce(sending_at, planned_at)
            from letter where id = ?\
            """,
            (row, _) -> new Found(claimed(row), row.getString(8), row.getTimestamp(9).toInstant()),
            letter)
        .stream()
        .findFirst()
        .orElse(null);
  }

  private static Claimed claimed(ResultSet row) throws SQLException {
    return new Claimed(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getString(3),
        ChannelKind.of(row.getString(4)),
        Purpose.of(row.getString(5)),
        row.getInt(6),
        row.getString(7));
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
