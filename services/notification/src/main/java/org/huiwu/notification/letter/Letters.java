package org.huiwu.notification.letter;

import java.sql.Timestamp;
import java.time.Clock;
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
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.escalation.CallTasks;
import org.huiwu.notification.standing.ManifestDeadlines.Due;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Plans letters, inside the transaction of what they tell of. A letter that waits takes along what
/// comes meanwhile: to one recipient, on one channel and for one purpose at most one waits; a first
/// version and a revision are one purpose here. Of reminders each is a letter of its own.
@Component
public class Letters {
  public record Item(String manifest, long fromVersion, long toVersion) {}

  /// What joins a letter that is tried again waits until then: its provider has asked for a pause.
  ///
  /// A letter with its words known already (a PIN, a reminder) has them in `words`.
  private static final String PLAN =
      """
      insert into letter (id, conference, contact, channel, purpose, state, rehearsal, planned_at, send_after, words)
      values (?, ?, ?, ?, ?, 'waiting', ?, ?, ?, ?)
      on conflict (conference, contact, channel, (case purpose when 'first' then 'revision' else purpose end))
        where state = 'waiting' and purpose <> 'reminder'
      do update set words = excluded.words,
        send_after = case when letter.attempts > 0 then letter.send_after
          else least(letter.send_after, excluded.send_after) end
      returning id\
      """;

  private final JdbcTemplate jdbc;
  private final Contacts contacts;
  private final ConferenceBook conferences;
  private final ConferenceClock clock;
  private final CallTasks calls;
  private final Clock platformClock;

  Letters(
      JdbcTemplate jdbc,
      Contacts contacts,
      ConferenceBook conferences,
      ConferenceClock clock,
      CallTasks calls,
      Clock platformClock) {
    this.jdbc = jdbc;
    this.contacts = contacts;
    this.conferences = conferences;
    this.clock = clock;
    this.calls = calls;
    this.platformClock = platformClock;
  }

  /// To each recipient by the first way that reaches them: a letter after its quiet time, or a call
  /// that the duty room is to make; who has the page only sees it there.
  ///
  /// @param atOnce without a quiet time: nothing else is to come
  /// @param items what each contact is told
  /// @param due each manifest's deadline
  public void planVersions(
      UUID conference,
      Purpose purpose,
      boolean atOnce,
      Map<String, List<Item>> items,
      Map<String, Due> due) {
    var people = contacts.of(conference, items.keySet());
    var now = clock.now(conference);
    var zone = clock.zone(conference);
    items.forEach((code, told) -> {
      var contact = people.get(code);
      var way = contact == null ? ChannelKind.PAGE : contact.reachedFirst();
      if (contact != null && way.sends()) {
        var dues = told.stream().map(i -> due.get(i.manifest())).toList();
        var wait = QuietTime.ofLetter(contact, way, !atOnce, now, zone, dues);
        plan(conference, code, way, purpose, told, clock.after(conference, wait));
      } else if (way == ChannelKind.CALL) {
        told.forEach(i -> calls.open(conference, code, i.manifest(), local(due, i), null));
      }
    });
  }

  private static @Nullable LocalDateTime local(Map<String, Due> due, Item item) {
    var d = due.get(item.manifest());
    return d == null ? null : d.local();
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
