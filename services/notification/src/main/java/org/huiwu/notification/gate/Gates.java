package org.huiwu.notification.gate;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiwu.notification.upstream.RollCallHeard;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The gates as they are kept: of each trip the roll-call that was heard last, and what each site
/// must have acknowledged because of it. Changes are made under the conference's lock.
@Component
class Gates {
  private static final Duration LOOKED_AFTER = Duration.ofDays(3);

  /// @param settled whether it is known what each site must have acknowledged
  /// @param light as it is now, not as it was told last
  record Stored(
      String trip,
      UUID root,
      LocalDateTime happenedAt,
      boolean settled,
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
      case when not g.settled or exists (select 1 from change c where c.root = g.root and c.state <> 'settled') then 'evaluating'
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
  private final Clock clock;

  Gates(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Stored> find(UUID conference, String trip) {
    return stored("where g.conference = ? and g.trip = ?", conference, trip).stream().findFirst();
  }

  /// By trip.
  Map<String, Stored> all(UUID conference) {
    return stored("where g.conference = ?", conference).stream()
        .collect(Collectors.toMap(Stored::trip, Function.identity()));
  }

  private List<Stored> stored(String which, Object... arguments) {
    return jdbc.query(
        "select g.trip, g.root, g.happened_at, g.settled, "
            + LIGHT
            + ", g.since, g.departed_at from gate g "
            + which
            + " order by g.trip",
        (row, _) ->
            new Stored(
                row.getString(1),
                row.getObject(2, UUID.class),
                row.getObject(3, LocalDateTime.class),
                row.getBoolean(4),
                Light.of(row.getString(5)),
                row.getTimestamp(6).toInstant(),
                row.getObject(7, LocalDateTime.class)),
        arguments);
  }

  List<Site> sites(UUID conference, String trip) {
    return allSites("where gs.conference = ? and gs.trip = ?", conference, trip)
        .getOrDefault(trip, List.of());
  }

  /// By trip.
  Map<String, List<Site>> sites(UUID conference) {
    return allSites("where gs.conference = ?", conference);
  }

  private Map<String, List<Site>> allSites(String which, Object... arguments) {
    Map<String, List<Site>> found = new HashMap<>();
    jdbc.query(
        "select gs.trip, gs.manifest, gs.version, gs.required, "
            + ACKNOWLEDGED
            + " from gate_site gs "
            + which
            + " order by gs.manifest",
        row -> {
          found
              .computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
              .add(
                  new Site(row.getString(2), row.getLong(3), row.getBoolean(4), row.getBoolean(5)));
        },
        arguments);
    return found;
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
                  light = 'evaluating', since = excluded.since, departed_at = null
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
    return stored("where g.conference = ? and g.root = ?", conference, root);
  }

  /// The roll-call has settled: each site must have acknowledged the version that it holds now.
  void settle(UUID conference, String trip, List<Journey.Ahead> ahead) {
    jdbc.update("delete from gate_site where conference = ? and trip = ?", conference, trip);
    reroute(conference, trip, ahead);
    jdbc.update(
        "update gate set settled = true where conference = ? and trip = ?", conference, trip);
  }

  /// The trip goes to other sites now. Those that it went to before keep the version that they must
  /// have acknowledged.
  void reroute(UUID conference, String trip, List<Journey.Ahead> ahead) {
    var manifests = ahead.stream().map(a -> a.stop().manifest()).toArray(String[]::new);
    jdbc.update(
        "delete from gate_site where conference = ? and trip = ? and manifest <> all(?)",
        conference,
        trip,
        manifests);
    jdbc.update(
        """
        insert into gate_site (conference, trip, manifest, version, required)
        select ?, ?, w.manifest, greatest(1, coalesce(m.version, 1)), w.required
        from unnest(?::text[], ?::boolean[]) as w (manifest, required)
        left join manifest m on m.conference = ? and m.manifest = w.manifest
        on conflict (conference, trip, manifest) do update set required = excluded.required\
        """,
        conference,
        trip,
        manifests,
        ahead.stream().map(Journey.Ahead::required).toArray(Boolean[]::new),
        conference);
  }

  /// @param at local to the conference; null: nobody has seen it leave since the roll-call
  void depart(UUID conference, String trip, @Nullable LocalDateTime at) {
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
