package org.huiwu.simulator;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What must hold after every step, asked of the databases.
final class Invariants {
  private static final String BROKEN_VERSIONS =
      """
      select 'manifest ' || v.manifest || ' has the versions ' || string_agg(v.version::text, ',' order by v.version)
        || ' and says that it is at ' || m.version
      from manifest_version v join manifest m using (conference, manifest)
      where v.conference = ?
      group by v.manifest, m.version
      having count(*) <> m.version or min(v.version) <> 1 or max(v.version) <> m.version
      union all
      select 'version ' || version || ' of ' || manifest || ' does not begin with the header before'
      from (select manifest, version, header_before,
              lag(header_after) over (partition by manifest order by version) as base
            from manifest_version where conference = ?) v
      where header_before is distinct from base
      union all
      select 'version ' || version || ' of ' || manifest || ' does not begin with the line before: ' || line
      from (select manifest, version, line, before,
              lag(after) over (partition by manifest, line order by version) as base
            from manifest_version_line where conference = ?) l
      where before is distinct from base
      union all
      select 'there is a gap in the deltas of ' || manifest from manifest where conference = ? and suspect\
      """;

  private static final String OVERFULL_ROOMS =
      """
      select 'room ' || r.hotel || ' ' || r.room || ' holds more than ' || r.capacity || ' on ' || n.night::date
      from room r
      join stay s on s.conference = r.conference and s.hotel = r.hotel and s.room = r.room
      cross join lateral unnest(s.nights) as w (nights)
      cross join lateral generate_series(lower(w.nights), upper(w.nights) - 1, interval '1 day') as n (night)
      where r.conference = ?
      group by r.hotel, r.room, r.capacity, n.night having count(*) > r.capacity\
      """;

  private final Platform platform;
  private final UUID conference;
  private final Set<UUID> settled = new HashSet<>();

  Invariants(Platform platform, UUID conference) {
    this.platform = platform;
    this.conference = conference;
  }

  /// After something that this service did.
  void check(SimulatedService acted) {
    switch (acted.service()) {
      case NOTIFICATION -> {
        none(acted, BROKEN_VERSIONS, conference, conference, conference, conference);
        nothingReopened(acted);
      }
      case ACCOMMODATION -> none(acted, OVERFULL_ROOMS, conference);
      case REGISTRATION, CATERING, TRANSPORT_DISPATCH, EXCURSION, VENUE -> {}
    }
  }

  private static void none(SimulatedService where, String sql, Object... values) {
    var broken = where.jdbc().queryForList(sql, String.class, values);
    if (!broken.isEmpty()) {
      throw new Violation(String.join("; ", broken));
    }
  }

  private void nothingReopened(SimulatedService notification) {
    var now =
        new HashSet<>(
            notification
                .jdbc()
                .queryForList(
                    "select root from change where conference = ? and state <> 'open'",
                    UUID.class,
                    conference));
    for (var root : settled) {
      if (!now.contains(root)) {
        throw new Violation("change " + root + " had settled and is open again");
      }
    }
    settled.addAll(now);
  }

  /// When everything has been delivered.
  void checkAtRest() {
    var notification = platform.of(Service.NOTIFICATION);
    none(
        notification,
        "select 'change ' || root || ' is ' || state from change where conference = ? and state <> 'settled'",
        conference);
    platform
        .all()
        .forEach(s -> {
          none(
              s,
              "select 'parked at %s: ' || aggregate || ' ' || reason from parked where conference = ?"
                  .formatted(s.service()),
              conference);
          check(s);
        });
    nobodyInTwoBuses(notification);
    platform
        .all()
        .filter(s ->
            List.of("accommodation", "catering", "transport-dispatch", "excursion", "venue")
                .contains(s.service().serviceName()))
        .forEach(owner -> ownersAgree(owner, notification));
  }

  private void nobodyInTwoBuses(SimulatedService notification) {
    none(
        notification,
        """
        select 'somebody is on ' || string_agg(l.manifest, ' and ') from manifest_line l
        join manifest m using (conference, manifest)
        where l.conference = ? and l.fields is not null and l.manifest like 'trip:%'
        group by l.line, m.header like '%departs%' having count(*) > 1\
        """,
        conference);
  }

  private void ownersAgree(SimulatedService owner, SimulatedService notification) {
    owner
        .jdbc()
        .query(
            "select manifest, seq, hash from manifest_head where conference = ?",
            row -> {
              none(
                  notification,
                  """
                  select manifest || ' is published with another content than its owner''s'
                  from manifest where conference = ? and manifest = ? and (taken_seq <> ? or hash <> ?)\
                  """,
                  conference,
                  row.getString(1),
                  row.getLong(2),
                  row.getString(3));
            },
            conference);
  }
}
