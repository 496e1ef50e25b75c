package org.huiwu.accommodation.rooming.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// How full each hotel is, night by night, counted in the database.
@Repository
public class RoomsByNight {

  /// One night of one hotel.
  ///
  /// @param night local date on which the night begins
  /// @param rooms under contract
  /// @param beds in these rooms
  /// @param guests who have a room that night
  /// @param waiting guests of that night without a room
  /// @param taken rooms with a guest in them
  /// @param held rooms given to holds
  /// @param asked rooms that holds ask for: more than `held` where the hotel has no more
  /// @param free rooms neither taken nor held
  /// @param freeBeds in the free rooms; a free bed in a taken room is nobody's to give away
  public record Night(
      String hotel,
      LocalDate night,
      int rooms,
      int beds,
      int guests,
      int waiting,
      int taken,
      int held,
      int asked,
      int free,
      int freeBeds) {}

  private final JdbcTemplate jdbc;

  RoomsByNight(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// By hotel and night: the conference's nights, and those of every stay and hold within a month
  /// of it. A departure typed a century late makes no answer of a century.
  public List<Night> of(UUID conference) {
    return jdbc.query(
        """
        with asked as (
          select conference, starts::date as first, ends::date as last from conference
          where conference = ?),
        reach as (
          select lower(nights) as first, upper(nights) as last from stay join asked using (conference)
          union select from_date, to_date from hold join asked using (conference) where not cancelled
          union select first, last from asked),
        night as (
          select distinct d::date as night
          from asked, reach, generate_series(
            greatest(reach.first, asked.first - 31)::timestamp,
            least(reach.last - 1, asked.last + 31)::timestamp, interval '1 day') as d),
        contracted as (
          select hotel, count(*) as rooms, sum(capacity) as beds
          from room join asked using (conference) group by hotel),
        sleeping as (
          select hotel, night, count(room) as guests, count(*) - count(room) as waiting
          from stay join asked using (conference) join night on nights @> night.night
          group by hotel, night),
        holding as (
          select id, hotel, rooms, night
          from hold join asked using (conference) join night on night.night >= from_date and night.night < to_date
          where not cancelled),
        kept as (select hotel, night, sum(rooms) as rooms from holding group by hotel, night),
        used as (
          select hotel, night, room, true as taken
          from stay join asked using (conference) join night on nights @> night.night
          where room is not null
          union select r.hotel, h.night, r.room, false
          from holding h join held_room r on r.hold = h.id join asked using (conference)),
        filled as (
          select hotel, night, count(distinct room) filter (where taken) as taken,
            count(distinct room) filter (where not taken) as held, count(distinct room) as used
          from used group by hotel, night),
        used_beds as (
          select hotel, night, sum(capacity) as beds
          from (select distinct hotel, night, room from used) as one
            join (select hotel, room, capacity from room join asked using (conference)) as of
              using (hotel, room)
          group by hotel, night)
        select h.code, night.night, coalesce(c.rooms, 0), coalesce(c.beds, 0), coalesce(s.guests, 0),
          coalesce(s.waiting, 0), coalesce(u.taken, 0), coalesce(u.held, 0), coalesce(k.rooms, 0),
          coalesce(c.rooms, 0) - coalesce(u.used, 0), coalesce(c.beds, 0) - coalesce(l.beds, 0)
        from hotel h join asked using (conference) cross join night
          left join contracted c on c.hotel = h.code
          left join sleeping s on s.hotel = h.code and s.night = night.night
          left join kept k on k.hotel = h.code and k.night = night.night
          left join filled u on u.hotel = h.code and u.night = night.night
          left join used_beds l on l.hotel = h.code and l.night = night.night
        where not h.cancelled or s.hotel is not null
        order by h.code, night.night\
        """,
        (row, _) ->
            new Night(
                row.getString(1),
                row.getObject(2, LocalDate.class),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                row.getInt(10),
                row.getInt(11)),
        conference);
  }
}
