package org.huiwu.notification.escalation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.notification.conference.ClockListener;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.standing.LadderTimes;
import org.huiwu.notification.standing.ManifestDeadlines;
import org.huiwu.notification.standing.ManifestDeadlines.Due;
import org.huiwu.notification.standing.Standings;
import org.huiwu.notification.upstream.ManifestBook.RenamedRecipient;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// When the next step of each debt is taken. It is reckoned in the conference's time and kept as an
/// instant of the platform's clock, and reckoned anew when the deadline moves, the ladder is
/// changed, or a rehearsal's clock is set.
@Component
@Order(LadderSchedule.AFTER_THE_RECIPIENTS)
public class LadderSchedule implements LadderTimes, RenamedRecipient, ClockListener {
  static final int AFTER_THE_RECIPIENTS = 10;
  private static final Duration SHORTEST_REMINDER = Duration.ofMinutes(1);

  private record Owed(
      String contact, String manifest, int taken, @Nullable Instant since, Instant owedSince) {}

  private final JdbcTemplate jdbc;
  private final Ladders ladders;
  private final ManifestDeadlines deadlines;
  private final Contacts contacts;
  private final ConferenceBook conferences;
  private final ConferenceClock clock;
  private final Clock platformClock;

  LadderSchedule(
      JdbcTemplate jdbc,
      Ladders ladders,
      ManifestDeadlines deadlines,
      Contacts contacts,
      ConferenceBook conferences,
      ConferenceClock clock,
      Clock platformClock) {
    this.jdbc = jdbc;
    this.ladders = ladders;
    this.deadlines = deadlines;
    this.contacts = contacts;
    this.conferences = conferences;
    this.clock = clock;
    this.platformClock = platformClock;
  }

  /// The soonest: whether the recipient may be disturbed then is asked when the time has come.
  @Override
  public First first(UUID conference, Map<String, Due> due) {
    var all = ladders.all(conference);
    var clocks = clock.reading(conference);
    var now = clocks.there();
    var hours = Hours.always(clock.zone(conference));
    Map<String, Instant> first = new HashMap<>();
    due.forEach((manifest, d) -> {
      var stored = all.get(manifest.substring(0, manifest.indexOf(':')));
      if (stored != null) {
        var there = stored.ladder().next(0, now, d.instant(), null, hours);
        if (there != null) {
          first.put(manifest, clocks.platformAt(there));
        }
      }
    });
    return new First(now, first);
  }

  /// The owner says something new of these: their deadlines may have moved.
  @Override
  public void on(UUID conference, List<String> manifests) {
    if (conferences.isLive(conference)) {
      reschedule(conference, manifests);
    }
  }

  @Override
  public void on(UUID conference) {
    reschedule(
        conference,
        jdbc.queryForList(
            "select distinct manifest from standing where conference = ? and next_step_at is not null",
            String.class,
            conference));
  }

  /// Reckons anew what is owed of these manifests, with their deadlines as they are now. Inside a
  /// transaction under the conference's lock.
  public void reschedule(UUID conference, Collection<String> manifests) {
    if (manifests.isEmpty()) {
      return;
    }
    var due = deadlines.of(conference, List.copyOf(manifests));
    due.forEach((manifest, d) ->
        jdbc.update(
            "update standing set due = ? where conference = ? and manifest = ? and due is distinct from ?",
            d.local(),
            conference,
            manifest,
            d.local()));
    var debts = debts(conference, manifests);
    if (debts.isEmpty()) {
      return;
    }
    var people = contacts.of(conference, debts.stream().map(Owed::contact).distinct().toList());
    var zone = clock.zone(conference);
    var clocks = clock.reading(conference);
    var over = over(conference);
    var all = ladders.all(conference);
    for (var debt : debts) {
      var ladder = all.get(debt.manifest().substring(0, debt.manifest().indexOf(':')));
      var person = people.get(debt.contact());
      var d = due.get(debt.manifest());
      if (ladder != null) {
        var since = debt.since() == null ? debt.owedSince() : debt.since();
        var there =
            ladder
                .ladder()
                .next(
                    debt.taken(),
                    since,
                    d == null ? null : d.instant(),
                    over,
                    person == null ? Hours.day(zone) : Hours.of(person, zone));
        jdbc.update(
            """
            update standing set next_step_at = ?
            where conference = ? and contact = ? and manifest = ? and next_step_at is not null\
            """,
            there == null ? null : Timestamp.from(clocks.platformAt(there)),
            conference,
            debt.contact(),
            debt.manifest());
      }
    }
  }

  /// As [#reschedule], for all manifests of a kind.
  public void rescheduleKind(UUID conference, String kind) {
    reschedule(
        conference,
        jdbc.queryForList(
            "select distinct manifest from standing where conference = ? and next_step_at is not null and starts_with(manifest, ?)",
            String.class,
            conference,
            kind + ":"));
  }

  private List<Owed> debts(UUID conference, Collection<String> manifests) {
    return jdbc.query(
        """
        select contact, manifest, ladder_step, ladder_since, owed_since from standing
        where conference = ? and manifest = any(?) and next_step_at is not null and\
        """
            + " "
            + Standings.IN_DEBT,
        (row, _) -> {
          var since = row.getTimestamp(4);
          return new Owed(
              row.getString(1),
              row.getString(2),
              row.getInt(3),
              since == null ? null : since.toInstant(),
              row.getTimestamp(5).toInstant());
        },
        conference,
        manifests.toArray(String[]::new));
  }

  /// When the next step is taken, on the platform's clock, now that so many have been.
  ///
  /// A rehearsal's clock may run very fast: nobody is reminded more often than once a minute.
  ///
  /// @return null: there is none
  @Nullable Instant afterStep(
      UUID conference, String manifest, Ladder ladder, int taken, Hours hours) {
    var due = due(conference, manifest).instant();
    var there = ladder.next(taken, clock.now(conference), due, over(conference), hours);
    if (there == null) {
      return null;
    }
    var next = clock.platform(conference, there);
    var soonest = platformClock.instant().plus(SHORTEST_REMINDER);
    return taken >= ladder.length() && next.isBefore(soonest) ? soonest : next;
  }

  /// When the conference ends; null while that is not known.
  @Nullable Instant over(UUID conference) {
    return conferences
        .find(conference)
        .map(f -> f.ends().atZone(f.zone()).toInstant())
        .orElse(null);
  }

  /// The deadline of a manifest as it is now.
  Due due(UUID conference, String manifest) {
    return deadlines
        .of(conference, List.of(manifest))
        .getOrDefault(manifest, new Due((LocalDateTime) null, null));
  }
}
