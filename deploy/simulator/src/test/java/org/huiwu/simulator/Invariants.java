package org.huiwu.simulator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  /// All that can tell whether there is more to look at, in one row.
  private static final String GLANCE =
      """
      select
        (select count(*) || ' ' || coalesce(sum(version), 0) || ' ' || coalesce(bool_or(suspect), false)
         from manifest where conference = it.conference)
        || ' ' || (select count(*) from manifest_version where conference = it.conference)
        || ' ' || (select count(*) from manifest_version_line where conference = it.conference),
        (select count(*) from change where conference = it.conference and state <> 'open'),
        array(select c.root || ' ' || (select count(*) from ripple_receipt r where r.root = c.root)
              from change c where c.conference = it.conference and c.state = 'open')
      from (select ?::uuid as conference) it\
      """;

  private final Platform platform;
  private final UUID conference;
  private final Age age;
  private final Map<Service, Long> commits = new EnumMap<>(Service.class);
  private final Set<UUID> settled = new HashSet<>();
  private String versions = "";

  /// @param age told of the ripples that are open
  Invariants(Platform platform, UUID conference, Age age) {
    this.platform = platform;
    this.conference = conference;
    this.age = age;
    platform.all().forEach(s -> commits.put(s.service(), s.boundaries().commits()));
  }

  /// After something that this service did: what it can have broken by what it has committed.
  void check(SimulatedService acted) {
    var now = acted.boundaries().commits();
    var before = commits.put(acted.service(), now);
    if (before != null && before == now) {
      return;
    }
    switch (acted.service()) {
      case NOTIFICATION -> glance(acted);
      case ACCOMMODATION -> none(acted, OVERFULL_ROOMS, conference);
      case REGISTRATION, CATERING, TRANSPORT_DISPATCH, EXCURSION, VENUE -> {}
    }
  }

  private void glance(SimulatedService notification) {
    notification
        .jdbc()
        .query(
            GLANCE,
            row -> {
              Map<UUID, Long> open = new HashMap<>();
              for (var change : (String[]) row.getArray(3).getArray()) {
                var root = UUID.fromString(change.substring(0, change.indexOf(' ')));
                open.put(root, Long.valueOf(change.substring(change.indexOf(' ') + 1)));
              }
              nothingReopened(notification, row.getLong(2), open.keySet());
              age.observe(open);
              if (!versions.equals(row.getString(1))) {
                versions = row.getString(1);
                none(notification, BROKEN_VERSIONS, conference, conference, conference, conference);
              }
            },
            conference);
  }

  private static void none(SimulatedService where, String sql, Object... values) {
    var broken = where.jdbc().queryForList(sql, String.class, values);
    if (!broken.isEmpty()) {
      throw new Violation(String.join("; ", broken));
    }
  }

  private void nothingReopened(SimulatedService notification, long now, Set<UUID> open) {
    for (var root : open) {
      if (settled.contains(root)) {
        throw new Violation("change " + root + " had settled and is open again");
      }
    }
    if (now != settled.size()) {
      settled.addAll(
          notification
              .jdbc()
              .queryForList(
                  "select root from change where conference = ? and state <> 'open'",
                  UUID.class,
                  conference));
    }
    if (now != settled.size()) {
      throw new Violation("%d changes had settled, %d have now".formatted(settled.size(), now));
    }
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
        });
    none(notification, BROKEN_VERSIONS, conference, conference, conference, conference);
    none(platform.of(Service.ACCOMMODATION), OVERFULL_ROOMS, conference);
    glance(notification);
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
    List<String> manifests = new ArrayList<>();
    List<Long> numbers = new ArrayList<>();
    List<String> hashes = new ArrayList<>();
    owner
        .jdbc()
        .query(
            "select manifest, seq, hash from manifest_head where conference = ?",
            row -> {
              manifests.add(row.getString(1));
              numbers.add(row.getLong(2));
              hashes.add(row.getString(3));
            },
            conference);
    none(
        notification,
        """
        select o.manifest || ' is published with another content than its owner''s'
        from unnest(?::text[], ?::bigint[], ?::text[]) as o (manifest, seq, hash)
        join manifest m on m.conference = ? and m.manifest = o.manifest
        where m.taken_seq <> o.seq or m.hash <> o.hash\
        """,
        manifests.toArray(String[]::new),
        numbers.toArray(Long[]::new),
        hashes.toArray(String[]::new),
        conference);
  }
}
