package org.huiwu.notification.gate;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.upstream.ManifestBook;
import org.huiwu.notification.upstream.ManifestFacts;
import org.huiwu.notification.upstream.RollCallHeard;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The gates as they are kept: of each trip the roll-call that was heard last, and what each site
/// must have acknowledged because of it. Changes are made under the conference's lock.
@Component
class Gates {
  static final String EXCURSION = "excursion";
  private static final String TRIP = "trip:";
  private static final Duration LOOKED_AFTER = Duration.ofDays(3);

  /// @param light as it is now, not as it was told last
  record Stored(
      String trip,
      UUID root,
      LocalDateTime happenedAt,
      Light light,
      Instant since,
      @Nullable LocalDateTime departedAt) {}

  /// @param version that must be acknowledged
  record Site(String manifest, long version, boolean required, boolean acknowledged) {}

  record Differs(String trip, Light light) {}

  private static final String ACKNOWLEDGED =
      """
      exists (select 1 from standing s join contact c on c.conference = s.conference and c.code = s.contact
        where s.conference = gs.conference and s.manifest = gs.manifest and s.active and c.role = 'site'
          and s.acknowledged >= gs.version)\
      """;

  private static final String LIGHT =
      """
      case when not g.settled or exists (select 1 from change c where c.root = g.root and c.state = 'open') then 'evaluating'
        when exists (select 1 from gate_site gs where gs.conference = g.conference and gs.trip = g.trip and gs.required)
          and not exists (select 1 from gate_site gs where gs.conference = g.conference and gs.trip = g.trip and gs.required
            and not\
      """
          + " "
          + ACKNOWLEDGED
          + ") then 'green' else 'red' end";

  private static final String LIVE =
      " exists (select 1 from conference_phase p where p.conference = g.conference and p.live_at is not null) ";

  private final JdbcTemplate jdbc;
  private final ManifestBook book;
  private final Clock clock;

  Gates(JdbcTemplate jdbc, ManifestBook book, Clock clock) {
    this.jdbc = jdbc;
    this.book = book;
    this.clock = clock;
  }

  /// The trips that have a gate, by code.
  List<ManifestFacts> trips(UUID conference) {
    return book.all(conference).stream().filter(Gates::hasGate).toList();
  }

  Optional<ManifestFacts> trip(UUID conference, String trip) {
    return book.find(conference, TRIP + trip).filter(Gates::hasGate);
  }

  private static boolean hasGate(ManifestFacts facts) {
    return EXCURSION.equals(facts.tripKind()) && !facts.cancelled();
  }

  Route route(UUID conference, ManifestFacts trip) {
    return new Route(
        book.all(conference).stream()
            .filter(f -> f.kind().equals("site"))
            .filter(f -> f.route() != null && f.route().equals(trip.route()))
            .toList());
  }

  Optional<Stored> find(UUID conference, String trip) {
    return jdbc
        .query(
            "select g.trip, g.root, g.happened_at, "
                + LIGHT
                + ", g.since, g.departed_at from gate g where g.conference = ? and g.trip = ?",
            (row, _) ->
                new Stored(
                    row.getString(1),
                    row.getObject(2, UUID.class),
                    row.getObject(3, LocalDateTime.class),
                    Light.of(row.getString(4)),
                    row.getTimestamp(5).toInstant(),
                    row.getObject(6, LocalDateTime.class)),
            conference,
            trip)
        .stream()
        .findFirst();
  }

  List<Site> sites(UUID conference, String trip) {
    return jdbc.query(
        "select gs.manifest, gs.version, gs.required, "
            + ACKNOWLEDGED
            + " from gate_site gs where gs.conference = ? and gs.trip = ? order by gs.manifest",
        (row, _) ->
            new Site(row.getString(1), row.getLong(2), row.getBoolean(3), row.getBoolean(4)),
        conference,
        trip);
  }

  /// @return whether it is news: none that was learnt later is known
  boolean open(UUID conference, RollCallHeard rollCall) {
    var news =
        jdbc.update(
                """
                insert into gate as g (conference, trip, root, roll_call, happened_at, learnt_at, since)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (conference, trip) do update set root = excluded.root, roll_call = excluded.roll_call,
                  happened_at = excluded.happened_at, learnt_at = excluded.learnt_at, settled = false,
                  light = 'evaluating', since = excluded.since,
                  departed_at = case when g.departed_at >= excluded.happened_at then g.departed_at end
                where (g.learnt_at, g.roll_call) < (excluded.learnt_at, excluded.roll_call)\
                """,
                conference,
                rollCall.trip(),
                rollCall.root(),
                rollCall.id(),
                rollCall.happenedAt(),
                Timestamp.from(rollCall.learntAt()),
                Timestamp.from(clock.instant()))
            == 1;
    if (news) {
      jdbc.update(
          "delete from gate_site where conference = ? and trip = ?", conference, rollCall.trip());
    }
    return news;
  }

  /// The trips whose roll-call began this change.
  List<Stored> of(UUID conference, UUID root) {
    return jdbc
        .queryForList(
            "select trip from gate where conference = ? and root = ? order by trip",
            String.class,
            conference,
            root)
        .stream()
        .flatMap(trip -> find(conference, trip).stream())
        .toList();
  }

  /// The roll-call has settled: each site must have acknowledged the version that it holds now.
  void settle(UUID conference, String trip, List<Route.Ahead> ahead) {
    jdbc.update("delete from gate_site where conference = ? and trip = ?", conference, trip);
    for (var one : ahead) {
      jdbc.update(
          """
          insert into gate_site (conference, trip, manifest, version, required)
          select ?, ?, w.manifest, greatest(1, coalesce(max(m.version), 1)), ?
          from (values (?::text)) w (manifest)
          left join manifest m on m.conference = ? and m.manifest = w.manifest group by w.manifest\
          """,
          conference,
          trip,
          one.required(),
          one.stop().manifest(),
          conference);
    }
    jdbc.update(
        "update gate set settled = true where conference = ? and trip = ?", conference, trip);
  }

  void depart(UUID conference, String trip, LocalDateTime at) {
    jdbc.update(
        "update gate set departed_at = ? where conference = ? and trip = ?", at, conference, trip);
  }

  /// Live conferences in which a gate's light is another than was told; of gates that have changed
  /// not long ago.
  List<UUID> unsaid() {
    return jdbc.queryForList(
        "select distinct g.conference from gate g where g.since > ? and "
            + LIVE
            + " and g.light <> "
            + LIGHT,
        UUID.class,
        Timestamp.from(clock.instant().minus(LOOKED_AFTER)));
  }

  /// Of a live conference, in which lights have changed since they were told; from now on they are
  /// told.
  List<Differs> changed(UUID conference) {
    return jdbc.query(
        """
        update gate u set light = n.light, since = ? from (
          select g.trip,\
        """
            + " "
            + LIGHT
            + " as light from gate g where g.conference = ? and "
            + LIVE
            + ") n where u.conference = ? and u.trip = n.trip and u.light <> n.light returning u.trip, u.light",
        (row, _) -> new Differs(row.getString(1), Light.of(row.getString(2))),
        Timestamp.from(clock.instant()),
        conference,
        conference);
  }
}
