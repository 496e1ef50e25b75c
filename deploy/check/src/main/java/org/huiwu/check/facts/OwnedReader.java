package org.huiwu.check.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiwu.check.CheckException;
import org.huiwu.check.Message;
import org.huiwu.check.Service;
import org.huiwu.check.Snapshot;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/// Reads [Owned] from the owners' tables.
public final class OwnedReader {
  private record Dates(LocalDateTime starts, LocalDateTime ends) {}

  private final Snapshot snapshot;
  private final UUID conference;

  private OwnedReader(Snapshot snapshot, UUID conference) {
    this.snapshot = snapshot;
    this.conference = conference;
  }

  /// @throws CheckException when registration does not know the conference
  public static Owned read(Snapshot snapshot, UUID conference) {
    return new OwnedReader(snapshot, conference).read();
  }

  private Owned read() {
    var dates =
        list(
                Service.REGISTRATION,
                "select starts, ends from conference where conference = ?",
                (row, _) -> new Dates(time(row, 1), time(row, 2)))
            .stream()
            .findFirst()
            .orElseThrow(() -> new CheckException(Message.of("problem.no-conference", conference)));
    return new Owned(
        dates.starts(),
        dates.ends(),
        people(),
        hotels(),
        lodgings(),
        rooms(),
        holds(),
        meals(),
        diets(),
        trips(),
        routes(),
        stops(),
        memberships(),
        sessions());
  }

  private <T> List<T> list(Service service, String sql, RowMapper<T> mapper) {
    JdbcTemplate database = snapshot.of(service);
    return database.query(sql, mapper, conference);
  }

  private static LocalDateTime time(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDateTime.class);
  }

  private Map<String, Owned.Person> people() {
    Map<String, Owned.Person> people = new LinkedHashMap<>();
    list(
            Service.REGISTRATION,
            """
            select p.person, p.name, p.delegation, p.gender, p.rank, p.companion_of, p.attending, p.declared_diet,
              i.arrival_time, coalesce(i.arrival_place, ''), coalesce(i.arrival_number, ''), i.departure_time
            from participant p left join itinerary i using (conference, person)
            where p.conference = ? order by p.registered\
            """,
            (row, _) ->
                new Owned.Person(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5),
                    row.getString(6),
                    row.getBoolean(7),
                    row.getString(8),
                    new Owned.Arrival(
                        row.getObject(9, LocalDateTime.class),
                        row.getString(10),
                        row.getString(11)),
                    row.getObject(12, LocalDateTime.class)))
        .forEach(p -> people.put(p.id(), p));
    return people;
  }

  private Set<String> hotels() {
    return new HashSet<>(
        list(
            Service.ACCOMMODATION,
            "select code from hotel where conference = ? and not cancelled",
            (row, _) -> row.getString(1)));
  }

  private Map<String, List<Owned.Lodged>> lodgings() {
    Map<String, List<Owned.Lodged>> lodgings = new HashMap<>();
    snapshot
        .of(Service.ACCOMMODATION)
        .query(
            """
            select l.delegation, s.stay ->> 'hotel', (s.stay ->> 'from')::date
            from lodging l, jsonb_array_elements(l.stays) with ordinality s (stay, n)
            where l.conference = ? order by l.delegation, s.n\
            """,
            row -> {
              lodgings
                  .computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                  .add(new Owned.Lodged(row.getString(2), row.getObject(3, LocalDate.class)));
            },
            conference);
    return lodgings;
  }

  private Map<Owned.Sleeper, String> rooms() {
    Map<Owned.Sleeper, String> rooms = new HashMap<>();
    snapshot
        .of(Service.ACCOMMODATION)
        .query(
            "select person, hotel, coalesce(room, '') from stay where conference = ?",
            row -> {
              rooms.put(new Owned.Sleeper(row.getString(1), row.getString(2)), row.getString(3));
            },
            conference);
    return rooms;
  }

  private List<Owned.Hold> holds() {
    return list(
        Service.ACCOMMODATION,
        "select organisation, hotel, rooms, from_date, to_date from hold where conference = ? and not cancelled",
        (row, _) ->
            new Owned.Hold(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class)));
  }

  private List<Owned.Meal> meals() {
    return list(
        Service.CATERING,
        "select code, starts, kitchen, scope from meal where conference = ? and not cancelled",
        (row, _) ->
            new Owned.Meal(row.getString(1), time(row, 2), row.getString(3), row.getString(4)));
  }

  private Map<String, String> diets() {
    return pairs(Service.CATERING, "select person, diet from diet where conference = ?");
  }

  private Map<String, String> pairs(Service service, String sql) {
    Map<String, String> pairs = new HashMap<>();
    snapshot
        .of(service)
        .query(
            sql,
            row -> {
              pairs.put(row.getString(1), row.getString(2));
            },
            conference);
    return pairs;
  }

  private List<Owned.Trip> trips() {
    return list(
        Service.TRANSPORT_DISPATCH,
        """
        select code, kind, plate, route, departs, from_place, window_from, window_to
        from trip where conference = ? and not cancelled\
        """,
        (row, _) ->
            new Owned.Trip(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDateTime.class),
                row.getString(6),
                row.getObject(7, LocalDateTime.class),
                row.getObject(8, LocalDateTime.class)));
  }

  private Map<String, Owned.Route> routes() {
    Map<String, Owned.Route> routes = new HashMap<>();
    list(
            Service.EXCURSION,
            "select code, departs, returns from route where conference = ? and not cancelled",
            (row, _) -> new Owned.Route(row.getString(1), time(row, 2), time(row, 3)))
        .forEach(r -> routes.put(r.code(), r));
    return routes;
  }

  private List<Owned.Stop> stops() {
    return list(
        Service.EXCURSION,
        "select code, route, arrives from stop where conference = ? and not cancelled",
        (row, _) -> new Owned.Stop(row.getString(1), row.getString(2), time(row, 3)));
  }

  private Map<String, Owned.Membership> memberships() {
    Map<String, Owned.Membership> memberships = new HashMap<>();
    snapshot
        .of(Service.EXCURSION)
        .query(
            "select person, route, bus, absent from membership where conference = ?",
            row -> {
              memberships.put(
                  row.getString(1),
                  new Owned.Membership(row.getString(2), row.getString(3), row.getBoolean(4)));
            },
            conference);
    return memberships;
  }

  private List<Owned.Session> sessions() {
    return list(
        Service.VENUE,
        "select code, hall, starts from session where conference = ? and not cancelled",
        (row, _) -> new Owned.Session(row.getString(1), row.getString(2), time(row, 3)));
  }
}
