package org.huiwu.notification.letter;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.notification.conference.ClockListener;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.contact.Contact;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.standing.ManifestDeadlines;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// When a rehearsal's clock is set, letters that wait are planned anew by it: nine hours until
/// somebody begins to work may be over in seconds, or at once.
@Component
@Order(WaitingLetters.AFTER_THE_LADDER)
class WaitingLetters implements ClockListener {
  static final int AFTER_THE_LADDER = 20;

  /// Longer than what the ladder has its letters wait for each other.
  private static final Duration LONGEST_OF_OTHERS = Duration.ofMinutes(1);

  private record Waiting(UUID id, String contact, ChannelKind channel, boolean quiet) {}

  private final JdbcTemplate jdbc;
  private final Contacts contacts;
  private final ManifestDeadlines deadlines;
  private final ConferenceClock clock;

  WaitingLetters(
      JdbcTemplate jdbc, Contacts contacts, ManifestDeadlines deadlines, ConferenceClock clock) {
    this.jdbc = jdbc;
    this.contacts = contacts;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  @Override
  public void on(UUID conference) {
    var letters =
        jdbc.query(
            """
            select id, contact, channel, purpose in ('first', 'revision') from letter
            where conference = ? and state = 'waiting' and attempts = 0\
            """,
            (row, _) ->
                new Waiting(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    ChannelKind.of(row.getString(3)),
                    row.getBoolean(4)),
            conference);
    var items = items(letters.stream().filter(Waiting::quiet).map(Waiting::id).toList());
    var due =
        deadlines.of(conference, items.values().stream().flatMap(List::stream).distinct().toList());
    var people =
        contacts.of(conference, letters.stream().map(Waiting::contact).distinct().toList());
    var now = clock.now(conference);
    var zone = clock.zone(conference);
    for (var letter : letters) {
      Contact contact = people.get(letter.contact());
      if (letter.quiet() && contact != null) {
        var told = items.getOrDefault(letter.id(), List.of()).stream().map(due::get).toList();
        var wait = QuietTime.ofLetter(contact, letter.channel(), true, now, zone, told);
        sendAfter(letter, clock.after(conference, wait), "?");
      } else {
        sendAfter(letter, clock.after(conference, LONGEST_OF_OTHERS), "least(send_after, ?)");
      }
    }
  }

  private void sendAfter(Waiting letter, Instant at, String value) {
    jdbc.update(
        "update letter set send_after = " + value + " where id = ? and state = 'waiting'",
        Timestamp.from(at),
        letter.id());
  }

  private Map<UUID, List<String>> items(List<UUID> letters) {
    Map<UUID, List<String>> items = new HashMap<>();
    jdbc.query(
        "select letter, manifest from letter_item where letter = any(?)",
        row -> {
          items
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(row.getString(2));
        },
        (Object) letters.toArray(UUID[]::new));
    return items;
  }
}
