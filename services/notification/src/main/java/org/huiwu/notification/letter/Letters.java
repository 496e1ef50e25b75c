package org.huiwu.notification.letter;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.conference.ConferenceFacts;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.contact.Contact;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.standing.ManifestDeadlines.Due;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Plans letters, inside the transaction of what they tell of. A letter that waits takes along what
/// comes meanwhile: to one recipient, on one channel and for one purpose at most one waits.
@Component
public class Letters {
  public record Item(String manifest, long fromVersion, long toVersion) {}

  /// A letter with its words known already (a PIN, a reminder) has them in `words`.
  private static final String PLAN =
      """
      insert into letter (id, conference, contact, channel, purpose, state, rehearsal, planned_at, send_after, words)
      values (?, ?, ?, ?, ?, 'waiting', ?, ?, ?, ?)
      on conflict (conference, contact, channel, purpose) where state = 'waiting'
      do update set send_after = least(letter.send_after, excluded.send_after), words = excluded.words
      returning id\
      """;

  private final JdbcTemplate jdbc;
  private final Contacts contacts;
  private final ConferenceBook conferences;
  private final ConferenceClock clock;
  private final Clock platformClock;

  Letters(
      JdbcTemplate jdbc,
      Contacts contacts,
      ConferenceBook conferences,
      ConferenceClock clock,
      Clock platformClock) {
    this.jdbc = jdbc;
    this.contacts = contacts;
    this.conferences = conferences;
    this.clock = clock;
    this.platformClock = platformClock;
  }

  /// To each recipient by their first channel, after its quiet time.
  ///
  /// @param items what each contact is told
  /// @param due each manifest's deadline
  public void planRevisions(
      UUID conference, Purpose purpose, Map<String, List<Item>> items, Map<String, Due> due) {
    var people = contacts.of(conference, items.keySet());
    var now = clock.now(conference);
    var local = LocalDateTime.ofInstant(now, clock.zone(conference));
    items.forEach((code, told) -> {
      var contact = people.get(code);
      if (contact != null) {
        var channel = firstChannel(contact);
        var pressing =
            told.stream()
                .map(i -> due.get(i.manifest()))
                .filter(d -> d != null && d.instant() != null)
                .min(Comparator.comparing(d -> Objects.requireNonNull(d.instant())))
                .orElse(null);
        var wait = wait(contact, channel, purpose, now, local, pressing);
        plan(conference, code, channel, purpose, told, clock.after(conference, wait));
      }
    });
  }

  private static Duration wait(
      Contact contact,
      ChannelKind channel,
      Purpose purpose,
      Instant now,
      LocalDateTime local,
      @Nullable Due pressing) {
    var instant = pressing == null ? null : pressing.instant();
    var left = instant == null ? null : Duration.between(now, instant);
    var quiet = purpose == Purpose.REVISION ? QuietTime.of(channel, left) : Duration.ZERO;
    var work =
        QuietTime.untilWork(contact, local.plus(quiet), pressing == null ? null : pressing.local());
    return quiet.plus(work);
  }

  /// The page shows everything at once to whoever has it open; a letter goes by the first channel
  /// that reaches somebody who has not.
  private static ChannelKind firstChannel(Contact contact) {
    return contact.letterChannels().stream().findFirst().orElse(ChannelKind.PAGE);
  }

  /// Inside a transaction under the conference's lock; it is sent some time after its commit.
  ///
  /// @param sendAfter on the platform's clock
  /// @return the letter that tells it, perhaps one that waits already
  public UUID plan(
      UUID conference,
      String contact,
      ChannelKind channel,
      Purpose purpose,
      List<Item> items,
      Instant sendAfter) {
    var letter = write(conference, contact, channel, purpose, sendAfter, null);
    List<Item> ordered = new ArrayList<>(items);
    ordered.sort(Comparator.comparing(Item::manifest));
    jdbc.batchUpdate(
        """
        insert into letter_item as i (letter, manifest, from_version, to_version) values (?, ?, ?, ?)
        on conflict (letter, manifest) do update set to_version = greatest(i.to_version, excluded.to_version)\
        """,
        ordered,
        Math.max(1, ordered.size()),
        (statement, item) -> {
          statement.setObject(1, letter);
          statement.setString(2, item.manifest());
          statement.setLong(3, item.fromVersion());
          statement.setLong(4, item.toVersion());
        });
    return letter;
  }

  /// A letter with words of its own, which are forgotten once it is sent. Of an e-mail their first
  /// line is the subject.
  public UUID planWords(
      UUID conference,
      String contact,
      ChannelKind channel,
      Purpose purpose,
      String words,
      Instant sendAfter) {
    return write(conference, contact, channel, purpose, sendAfter, words);
  }

  private UUID write(
      UUID conference,
      String contact,
      ChannelKind channel,
      Purpose purpose,
      Instant sendAfter,
      @Nullable String words) {
    var rehearsal = conferences.find(conference).map(ConferenceFacts::rehearsal).orElse(true);
    return Objects.requireNonNull(
        jdbc.queryForObject(
            PLAN,
            UUID.class,
            UUID.randomUUID(),
            conference,
            contact,
            channel.wire(),
            purpose.wire(),
            rehearsal,
            Timestamp.from(platformClock.instant()),
            Timestamp.from(sendAfter),
            words));
  }
}
