package org.huiwu.transportdispatch.arrivals;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.huiwu.transportdispatch.trip.Run;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Counts arrivals in the database: a desk that wants to know how many come needs nobody's name.
@Repository
public class Waves {
  private final JdbcTemplate jdbc;

  Waves(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// By time, those of whom it is not known last. The windows are those of [Run.Pickup#fetches];
  /// being seen beats not being seen.
  public List<Wave> of(UUID conference) {
    return jdbc.query(
        """
        with asked as (select ?::uuid as conference),
        pickup as (
          select code, from_place, window_from, window_to from trip join asked using (conference)
          where kind = 'pickup' and not cancelled),
        called as (
          select r.aboard || r.unexpected as seen, r.absent
          from roll_call r join asked using (conference)
            join trip t on t.conference = r.conference and t.code = r.trip
          where t.kind = 'pickup'),
        met as (select distinct unnest(seen) as person from called),
        missed as (select unnest(absent) as person from called except select person from met),
        wave as (
          select coalesce(a.place, '') as place, a.time, coalesce(a.number, '') as number,
            count(*) as people, count(met.person) as met, count(missed.person) as missed
          from known_participant p join asked using (conference)
            left join known_arrival a using (conference, person)
            left join met using (person) left join missed using (person)
          where p.attending
          group by 1, 2, 3)
        select place, time, number, people, met, missed,
          array(select code from pickup
            where place <> ? and from_place = place and time >= window_from and time < window_to
            order by code) as pickups
        from wave order by time nulls last, place, number\
        """,
        (row, _) ->
            new Wave(
                row.getString(1),
                row.getObject(2, LocalDateTime.class),
                row.getString(3),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                List.of((String[]) row.getArray(7).getArray())),
        conference,
        Run.SELF);
  }
}
