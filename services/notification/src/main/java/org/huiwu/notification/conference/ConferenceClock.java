package org.huiwu.notification.conference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// What time it is at a conference. The same as everywhere, but in a rehearsal whose clock was set:
/// there it goes on from what it was set to, as fast as was said (drills/FORMAT.md: a clock that
/// runs as fast as they like).
@Component
public class ConferenceClock {

  /// How a rehearsal's clock was set.
  private record Set(Instant real, Instant conference, double rate) {
    Instant at(Instant now) {
      var passed = Duration.between(real, now);
      return conference.plusMillis(Math.round(passed.toMillis() * rate));
    }
  }

  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final ObjectProvider<ClockListener> listeners;

  ConferenceClock(JdbcTemplate jdbc, Clock clock, ObjectProvider<ClockListener> listeners) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.listeners = listeners;
  }

  public Instant now(UUID conference) {
    var now = clock.instant();
    return set(conference).map(s -> s.at(now)).orElse(now);
  }

  public LocalDateTime local(UUID conference) {
    return LocalDateTime.ofInstant(now(conference), zone(conference));
  }

  /// The instant of a local time of the conference.
  public Instant instant(UUID conference, LocalDateTime local) {
    return local.atZone(zone(conference)).toInstant();
  }

  /// When something is to be done that is due once so much of the conference's time has passed: the
  /// instant on the platform's own clock.
  public Instant after(UUID conference, Duration conferenceTime) {
    var rate = set(conference).map(Set::rate).orElse(1.0);
    return clock.instant().plusMillis(Math.round(conferenceTime.toMillis() / rate));
  }

  /// What both clocks say at one moment.
  ///
  /// @param platform on the platform's own clock
  /// @param there at the conference
  public record Reading(Instant platform, Instant there, double rate) {

    /// What it is (or was) at the conference when the platform's own clock shows `then`.
    public Instant thereAt(Instant then) {
      return there.plusMillis(Math.round(Duration.between(platform, then).toMillis() * rate));
    }

    /// When it will be (or was) `then` at the conference: the instant on the platform's own clock.
    public Instant platformAt(Instant then) {
      return platform.plusMillis(Math.round(Duration.between(there, then).toMillis() / rate));
    }
  }

  /// For whoever reckons many instants.
  public Reading reading(UUID conference) {
    var now = clock.instant();
    return set(conference)
        .map(s -> new Reading(now, s.at(now), s.rate()))
        .orElseGet(() -> new Reading(now, now, 1));
  }

  /// When it will be (or was) `there` at the conference: the instant on the platform's own clock.
  public Instant platform(UUID conference, Instant there) {
    return reading(conference).platformAt(there);
  }

  /// UTC while nothing is known of the conference.
  public ZoneId zone(UUID conference) {
    return jdbc
        .queryForList(
            "select zone from conference_fact where conference = ?", String.class, conference)
        .stream()
        .findFirst()
        .<ZoneId>map(ZoneId::of)
        .orElse(ZoneOffset.UTC);
  }

  /// From now on it is `conference` there, and time passes `rate` times as fast.
  public void set(UUID id, Instant conference, double rate) {
    jdbc.update(
        """
        insert into conference_phase (conference, clock_real, clock_conference, clock_rate) values (?, ?, ?, ?)
        on conflict (conference) do update set clock_real = excluded.clock_real,
          clock_conference = excluded.clock_conference, clock_rate = excluded.clock_rate\
        """,
        id,
        java.sql.Timestamp.from(clock.instant()),
        java.sql.Timestamp.from(conference),
        rate);
    listeners.orderedStream().forEach(l -> l.on(id));
  }

  private Optional<Set> set(UUID conference) {
    return jdbc
        .query(
            """
            select p.clock_real, p.clock_conference, p.clock_rate from conference_phase p join conference_fact f using (conference)
            where p.conference = ? and p.clock_real is not null and f.rehearsal\
            """,
            (row, _) ->
                new Set(
                    row.getTimestamp(1).toInstant(),
                    row.getTimestamp(2).toInstant(),
                    row.getDouble(3)),
            conference)
        .stream()
        .findFirst();
  }
}
