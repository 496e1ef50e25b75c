package org.huiwu.accommodation.rooming.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.accommodation.nights.Nights;
import org.huiwu.accommodation.person.Gender;
import org.huiwu.accommodation.rooming.Guest;
import org.huiwu.accommodation.rooming.Occupancy;
import org.huiwu.accommodation.rooming.Room;
import org.huiwu.accommodation.rooming.Stay;
import org.huiwu.accommodation.rooming.Stays;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Stays in PostgreSQL.
@Repository
class JdbcStays implements Stays {
  private static final String COLUMNS =
      "hotel, person, ordinal, party, gender, delegation, rank, nights::text, room";

  private final JdbcTemplate jdbc;

  JdbcStays(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Stay> of(UUID conference, Collection<String> persons) {
    return jdbc.query(
        "select " + COLUMNS + " from stay where conference = ? and person = any(?)",
        (row, _) -> stay(row),
        conference,
        persons.toArray(String[]::new));
  }

  @Override
  public List<Stay> unplaced(UUID conference, String hotel) {
    return unplacedWhere("true", conference, hotel);
  }

  @Override
  public List<Stay> unplaced(UUID conference, String hotel, Collection<String> parties) {
    return unplacedWhere("party = any(?)", conference, hotel, (Object) texts(parties));
  }

  private List<Stay> unplacedWhere(String condition, Object... parameters) {
    Map<String, Nights> parsed = new HashMap<>();
    return jdbc.query(
        "select "
            + COLUMNS
            + " from stay where conference = ? and hotel = ? and room is null and "
            + condition,
        (row, _) ->
            new Stay(
                row.getString(1),
                guest(row, parsed.computeIfAbsent(row.getString(8), NightsColumn::read)),
                row.getString(9)),
        parameters);
  }

  @Override
  public Optional<Nights.Span> reachOf(UUID conference, String hotel, Collection<String> parties) {
    return jdbc
        .query(
            """
            select min(lower(nights)), max(upper(nights)) from stay
            where conference = ? and hotel = ? and party = any(?) having count(*) > 0\
            """,
            JdbcStays::span,
            conference,
            hotel,
            texts(parties))
        .stream()
        .findFirst();
  }

  @Override
  public Optional<Nights.Span> reach(UUID conference, String hotel, Collection<String> parties) {
    return jdbc
        .query(
            """
            select min(lower(s.nights)), max(upper(s.nights)) from (
              select nights from stay where conference = ? and hotel = ? and room is null
              union all
              select nights from stay where conference = ? and hotel = ? and party in (
                select f.party from stay f where f.conference = ? and f.hotel = ? and f.person <> f.party
                union select unnest(?::text[]))) s
            having count(*) > 0\
            """,
            JdbcStays::span,
            conference,
            hotel,
            conference,
            hotel,
            conference,
            hotel,
            texts(parties))
        .stream()
        .findFirst();
  }

  @Override
  public Occupancy occupancy(UUID conference, String hotel, Nights.Span span) {
    var within = NightsColumn.write(Nights.between(span.from(), span.to()));
    var occupancy =
        new Occupancy(
            jdbc.query(
                "select room, type, capacity from room where conference = ? and hotel = ?",
                (row, _) -> new Room(row.getString(1), row.getString(2), row.getInt(3)),
                conference,
                hotel));
    Map<String, Nights> parsed = new HashMap<>();
    jdbc.query(
        "select "
            + COLUMNS
            + " from stay where conference = ? and hotel = ? and room is not null"
            + " and nights && ?::datemultirange order by ordinal",
        row -> {
          var nights = parsed.computeIfAbsent(row.getString(8), NightsColumn::read);
          occupancy.put(guest(row, nights), row.getString(9));
        },
        conference,
        hotel,
        within);
    jdbc.query(
        """
        select r.hold, r.room, datemultirange(daterange(h.from_date, h.to_date))::text
        from held_room r join hold h on h.conference = r.conference and h.id = r.hold
        where r.conference = ? and r.hotel = ?\
        """,
        row -> {
          occupancy.block(
              row.getObject(1, UUID.class), NightsColumn.read(row.getString(3)), row.getString(2));
        },
        conference,
        hotel);
    return occupancy;
  }

  @Override
  public boolean mayHaveBeds(UUID conference, String hotel) {
    return !jdbc.queryForList(
            "select 1 from bed_left where conference = ? and hotel = ?",
            Integer.class,
            conference,
            hotel)
        .isEmpty();
  }

  @Override
  public void mayHaveBeds(UUID conference, String hotel, boolean may) {
    jdbc.update(
        may
            ? "insert into bed_left (conference, hotel) values (?, ?) on conflict do nothing"
            : "delete from bed_left where conference = ? and hotel = ?",
        conference,
        hotel);
  }

  @Override
  public void save(UUID conference, Collection<Stay> stays) {
    if (stays.isEmpty()) {
      return;
    }
    jdbc.execute(
        """
        insert into stay (conference, hotel, person, ordinal, party, gender, delegation, rank, nights, room)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?::datemultirange, ?)
        on conflict (conference, person, hotel) do update set
          ordinal = excluded.ordinal, party = excluded.party, gender = excluded.gender,
          delegation = excluded.delegation, rank = excluded.rank, nights = excluded.nights,
          room = excluded.room\
        """,
        (PreparedStatement upsert) -> {
          for (var stay : stays) {
            var guest = stay.guest();
            upsert.setObject(1, conference);
            upsert.setString(2, stay.hotel());
            upsert.setString(3, guest.person());
            upsert.setLong(4, guest.order());
            upsert.setString(5, guest.party());
            upsert.setString(6, guest.gender().name());
            upsert.setString(7, guest.delegation());
            upsert.setInt(8, guest.rank());
            upsert.setString(9, NightsColumn.write(guest.nights()));
            upsert.setString(10, stay.room());
            upsert.addBatch();
          }
          return upsert.executeBatch();
        });
  }

  @Override
  public void remove(UUID conference, Collection<Stay> stays) {
    if (stays.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        delete from stay where conference = ? and (person, hotel) in
          (select p, h from unnest(?::text[], ?::text[]) as gone (p, h))\
        """,
        conference,
        stays.stream().map(s -> s.guest().person()).toArray(String[]::new),
        stays.stream().map(Stay::hotel).toArray(String[]::new));
  }

  private static Nights.Span span(ResultSet row, int n) throws SQLException {
    return new Nights.Span(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class));
  }

  private static String[] texts(Collection<String> all) {
    return all.toArray(String[]::new);
  }

  private static Stay stay(ResultSet row) throws SQLException {
    return new Stay(
        row.getString(1), guest(row, NightsColumn.read(row.getString(8))), row.getString(9));
  }

  private static Guest guest(ResultSet row, Nights nights) throws SQLException {
    return new Guest(
        row.getString(2),
        row.getLong(3),
        row.getString(4),
        Gender.valueOf(row.getString(5)),
        row.getString(6),
        row.getInt(7),
        nights);
  }
}
