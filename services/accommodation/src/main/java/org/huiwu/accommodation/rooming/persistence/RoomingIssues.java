package org.huiwu.accommodation.rooming.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiwu.accommodation.lodging.Lodging;
import org.huiwu.accommodation.lodging.Lodgings;
import org.huiwu.accommodation.rooming.RoomingIssue;
import org.huiwu.accommodation.rooming.RoomingIssue.CompanionApart;
import org.huiwu.accommodation.rooming.RoomingIssue.HoldShort;
import org.huiwu.accommodation.rooming.RoomingIssue.HotelCancelled;
import org.huiwu.accommodation.rooming.RoomingIssue.LodgingUnknown;
import org.huiwu.accommodation.rooming.RoomingIssue.Unplaced;
import org.huiwu.accommodation.rooming.Visitors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// All that is amiss in a conference's rooming, as it stands; nothing of it is stored.
@Repository
public class RoomingIssues {
  private final JdbcTemplate jdbc;
  private final Visitors visitors;
  private final Lodgings lodgings;

  RoomingIssues(JdbcTemplate jdbc, Visitors visitors, Lodgings lodgings) {
    this.jdbc = jdbc;
    this.visitors = visitors;
    this.lodgings = lodgings;
  }

  public List<RoomingIssue> all(UUID conference) {
    List<RoomingIssue> issues = new ArrayList<>(unplaced(conference));
    issues.addAll(apart(conference));
    issues.addAll(withoutLodging(conference));
    issues.addAll(inCancelledHotels(conference));
    issues.addAll(shortHolds(conference));
    return issues;
  }

  private List<Unplaced> unplaced(UUID conference) {
    return jdbc.query(
        """
        select person, delegation, hotel, nights::text from stay
        where conference = ? and room is null order by ordinal, hotel\
        """,
        (row, _) ->
            new Unplaced(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                NightsColumn.read(row.getString(4))),
        conference);
  }

  private List<CompanionApart> apart(UUID conference) {
    return jdbc.query(
        """
        select c.person, c.delegation, c.hotel, (c.nights * h.nights)::text, h.person
        from stay c join stay h
          on h.conference = c.conference and h.hotel = c.hotel and h.person = c.party
        where c.conference = ? and c.party <> c.person and c.room is not null
          and c.room is distinct from h.room and c.nights && h.nights
        order by c.ordinal, c.hotel\
        """,
        (row, _) ->
            new CompanionApart(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                NightsColumn.read(row.getString(4)),
                row.getString(5)),
        conference);
  }

  private List<LodgingUnknown> withoutLodging(UUID conference) {
    var delegations =
        jdbc.queryForList(
            """
            select distinct p.delegation from participant p
            left join lodging l on l.conference = p.conference and l.delegation = p.delegation
            where p.conference = ? and p.attending and l.delegation is null\
            """,
            String.class,
            conference);
    return visitors.ofDelegations(conference, delegations).stream()
        .filter(v -> !v.nights().isEmpty())
        .map(v -> new LodgingUnknown(v.person(), v.delegation(), v.nights()))
        .toList();
  }

  private List<HotelCancelled> inCancelledHotels(UUID conference) {
    var cancelled = visitors.cancelledHotels(conference);
    var delegations =
        lodgings.all(conference).stream()
            .filter(l -> l.stays().stream().anyMatch(s -> cancelled.contains(s.hotel())))
            .map(Lodging::delegation)
            .toList();
    List<HotelCancelled> issues = new ArrayList<>();
    for (var visitor : visitors.ofDelegations(conference, delegations)) {
      visitor.guests(Set.of()).entrySet().stream()
          .filter(e -> cancelled.contains(e.getKey()))
          .map(e ->
              new HotelCancelled(
                  visitor.person(), visitor.delegation(), e.getKey(), e.getValue().nights()))
          .forEach(issues::add);
    }
    return issues;
  }

  private List<HoldShort> shortHolds(UUID conference) {
    return jdbc.query(
        """
        select h.id, h.organisation, h.hotel, datemultirange(daterange(h.from_date, h.to_date))::text,
          h.rooms, count(r.room)::int
        from hold h left join held_room r on r.conference = h.conference and r.hold = h.id
        where h.conference = ? and not h.cancelled
        group by h.conference, h.id having count(r.room) < h.rooms order by h.n\
        """,
        (row, _) ->
            new HoldShort(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                NightsColumn.read(row.getString(4)),
                row.getInt(5),
                row.getInt(6)),
        conference);
  }
}
