package org.huiwu.notification.gate;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.duty.ShiftEntry.About;
import org.huiwu.notification.duty.ShiftLog;
import org.huiwu.notification.stream.ConferenceStream;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// That a trip has left is a field fact: it is written down as it was seen. On anything but green
/// it needs a reason, and the duty room has to call the sites at once.
@Component
public class Departing {

  /// Answers are kept: the reason, which may speak of people, is not in it.
  ///
  /// @param happenedAt local to the conference
  /// @param light of the gate, when we learnt of it
  /// @param called the sites that the duty room has to call
  public record Departure(
      UUID id, String trip, LocalDateTime happenedAt, Light light, List<String> called) {}

  /// What the live stream says: not the reason, which may speak of people.
  record LeftOnRed(String trip, Light light, List<String> sites) {}

  private final JdbcTemplate jdbc;
  private final Journeys journeys;
  private final GateKeeper keeper;
  private final ConferenceBook conferences;
  private final ConferenceStream stream;
  private final ShiftLog shiftLog;
  private final Clock clock;

  Departing(
      JdbcTemplate jdbc,
      Journeys journeys,
      GateKeeper keeper,
      ConferenceBook conferences,
      ConferenceStream stream,
      ShiftLog shiftLog,
      Clock clock) {
    this.jdbc = jdbc;
    this.journeys = journeys;
    this.keeper = keeper;
    this.conferences = conferences;
    this.stream = stream;
    this.shiftLog = shiftLog;
    this.clock = clock;
  }

  /// Inside a transaction under the conference's lock.
  ///
  /// @param by account
  /// @throws Missing when there is no such trip
  /// @throws Refused when the gate is not green and no reason is given
  public Departure depart(
      UUID conference, String trip, LocalDateTime happenedAt, @Nullable String reason, String by) {
    var planned =
        journeys.find(conference, trip).orElseThrow(() -> new Missing("trip-unknown", trip));
    var live = conferences.isLive(conference);
    var light =
        live
            ? keeper
                .gate(conference, planned, happenedAt)
                .map(Gates.Stored::light)
                .orElse(Light.NO_ROLL_CALL)
            : Light.NOT_LIVE;
    var why = reason == null || reason.isBlank() ? null : reason.strip();
    if (live && light != Light.GREEN && why == null) {
      throw new Refused("departure-needs-a-reason", trip, light.wire());
    }
    var id = UUID.randomUUID();
    jdbc.update(
        """
        insert into departure (id, conference, trip, happened_at, learnt_at, said_by, light, reason)
        values (?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        id,
        conference,
        trip,
        happenedAt,
        Timestamp.from(clock.instant()),
        by,
        light.wire(),
        why);
    var left = journeys.find(conference, trip).orElseThrow();
    keeper.departed(conference, left);
    var red = live && light != Light.GREEN;
    var called = red ? keeper.callForThose(conference, left, happenedAt) : List.<String>of();
    if (red) {
      stream.append(conference, "left-on-red", new LeftOnRed(trip, light, called));
      shiftLog.note(
          conference,
          "left-on-red",
          new About(null, "trip:" + trip, null),
          by,
          trip,
          Objects.requireNonNullElse(why, ""));
    }
    if (live) {
      stream.append(conference, "gate-changed", new Left(trip, light, happenedAt));
    }
    return new Departure(id, trip, happenedAt, light, called);
  }

  /// What the live stream says of a gate whose bus has left.
  record Left(String trip, Light light, LocalDateTime departedAt) {}
}
