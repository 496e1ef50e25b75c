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
import java.util.Set;
import java.util.UUID;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.letter.Post.Claimed;
import org.huiwu.notification.standing.Standings;
import org.huiwu.platform.messaging.ChangeLog;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// How a letter's states follow each other once it was claimed. What a provider has taken never
/// waits again (ADR 0025).
@Component
class LetterStates {
  private static final int MOST_ATTEMPTS = 6;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

  /// A mail server that does not know us yet asks for some minutes (greylisting).
  private static final Duration FIRST_PAUSE_OF_MAIL = Duration.ofMinutes(5);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
  private static final String MAIL_FOR_NOW = "smtp-4";

  /// The platform ends: another instance, or this one when it is back, sends it.
  static final String STOPPING = "stopping";

  /// The provider is away or has too much to do: that is no attempt.
  private static final Set<String> NO_ATTEMPT =
      Set.of("circuit-open", "provider-busy", "provider-crowded", STOPPING);

  private static final Duration UNTIL_IT_IS_BACK = Duration.ofSeconds(10);

  private final JdbcTemplate jdbc;
  private final Standings standings;
  private final ChangeLog changes;
  private final LettersChanged changed;
  private final Clock clock;

  LetterStates(
      JdbcTemplate jdbc,
      Standings standings,
      ChangeLog changes,
      LettersChanged changed,
      Clock clock) {
    this.jdbc = jdbc;
    this.standings = standings;
    this.changes = changes;
    this.changed = changed;
    this.clock = clock;
  }

  /// What came of sending it, even when it was given up meanwhile; not when it was claimed again
  /// since.
  ///
  /// @param look when its provider is asked; null: there is nobody to ask
  void became(
      Claimed letter,
      String state,
      @Nullable String reference,
      @Nullable String reason,
      @Nullable Timestamp look) {
    var unknown = state.equals("unknown");
    jdbc.update(
        """
        update letter set state = ?, sent_at = case when ? in ('sent', 'delivered') then ?::timestamptz end,
          settled_at = case when ? = 'delivered' then ?::timestamptz end,
          provider_reference = coalesce(?, provider_reference), reason = ?, next_look_at = ?,
          words = case when ? then words end, sending_at = case when ? then ?::timestamptz else sending_at end
        where id = ? and attempts = ? and state in ('sending', 'unknown')\
        """,
        state,
        state,
        now(),
        state,
        now(),
        reference,
        reason,
        look,
        unknown && look != null,
        unknown,
        now(),
        letter.id(),
        letter.attempts());
    changed.in(letter.conference());
  }

  /// What the provider says of it later.
  void settle(UUID letter, UUID conference, String state, @Nullable String reference) {
    jdbc.update(
        """
        update letter set state = ?, sent_at = coalesce(sent_at, ?), settled_at = ?, reason = null, words = null,
          provider_reference = coalesce(?, provider_reference), next_look_at = null
        where id = ? and state in ('sending', 'sent', 'unknown')\
        """,
        state,
        now(),
        now(),
        reference,
        letter);
    changed.in(conference);
  }

  /// For good: the ladder need not wait any longer.
  void failed(Claimed letter, String reason) {
    var first =
        jdbc.update(
            """
            update letter set state = 'failed', settled_at = ?, reason = ?, words = null, next_look_at = null
            where id = ? and attempts = ? and state in ('sending', 'sent', 'unknown')\
            """,
            now(),
            reason,
            letter.id(),
            letter.attempts());
    if (first == 1) {
      changed.in(letter.conference());
      jdbc.update(
          """
          update standing s set next_step_at = least(s.next_step_at, ?)
          from letter_item i join letter l on l.id = i.letter
          where i.letter = ? and s.conference = ? and s.contact = l.contact and s.manifest = i.manifest
            and s.active and s.told > s.acknowledged and s.next_step_at is not null\
          """,
          now(),
          letter.id(),
          letter.conference());
    }
  }

  /// It was surely not sent.
  void again(Claimed letter, String reason) {
    var tried = !NO_ATTEMPT.contains(reason);
    if (tried && letter.attempts() >= MOST_ATTEMPTS) {
      failed(letter, reason);
      return;
    }
    changes.locked(
        letter.conference(),
        () -> {
          mergeOrWait(letter, reason, clock.instant().plus(pause(letter, reason)), tried);
          return letter;
        });
  }

  private static Duration pause(Claimed letter, String reason) {
    if (reason.equals(STOPPING)) {
      return Duration.ZERO;
    }
    if (NO_ATTEMPT.contains(reason)) {
      return UNTIL_IT_IS_BACK;
    }
    var first = reason.startsWith(MAIL_FOR_NOW) ? FIRST_PAUSE_OF_MAIL : FIRST_PAUSE;
    var pause = first.multipliedBy(1L << Math.max(0, letter.attempts() - 1));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  /// Where a newer letter waits meanwhile it says this too; but each reminder says something else.
  private void mergeOrWait(Claimed letter, String reason, Instant sendAfter, boolean tried) {
    List<UUID> newer =
        letter.purpose() == Purpose.REMINDER
            ? List.of()
            : jdbc.queryForList(
                """
                select id from letter
                where conference = ? and contact = ? and channel = ? and state = 'waiting' and purpose = any(?)\
                """,
                UUID.class,
                letter.conference(),
                letter.contact(),
                letter.channel().wire(),
                letter.purpose().shares());
    if (newer.isEmpty()) {
      jdbc.update(
          """
          update letter set state = 'waiting', send_after = ?, reason = ?, attempts = attempts - ?, next_look_at = null
          where id = ? and attempts = ? and state in ('sending', 'unknown')\
          """,
          Timestamp.from(sendAfter),
          reason,
          tried ? 0 : 1,
          letter.id(),
          letter.attempts());
      return;
    }
    var withdrawn =
        jdbc.update(
            """
            update letter set state = 'withdrawn', settled_at = ?, reason = 'said-by-a-newer-one', words = null,
              next_look_at = null
            where id = ? and attempts = ? and state in ('sending', 'unknown')\
            """,
            now(),
            letter.id(),
            letter.attempts());
    if (withdrawn == 1) {
      jdbc.update(
          """
          insert into letter_item as i (letter, manifest, from_version, to_version)
          select ?, manifest, from_version, to_version from letter_item where letter = ?
          on conflict (letter, manifest) do update set from_version = least(i.from_version, excluded.from_version),
            to_version = greatest(i.to_version, excluded.to_version)\
          """,
          newer.getFirst(),
          letter.id());
    }
  }

  /// Its recipient was sent what was in it.
  void sent(UUID letter, UUID conference, String contact) {
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

  /// From a row that begins with id, conference, contact, channel, purpose, attempts and words.
  static Claimed claimed(ResultSet row) throws SQLException {
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
