package org.huiwu.accommodation.manifest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.accommodation.rooming.Stay;
import org.huiwu.accommodation.rooming.Stays;
import org.huiwu.accommodation.subject.Subject;
import org.huiwu.platform.manifests.Contribution;
import org.huiwu.platform.manifests.Contributions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The rooming lists' lines of people, holds and hotels, from the decisions as stored.
@Component
class RoomingContributions implements Contributions {
  private final JdbcTemplate jdbc;
  private final Stays stays;

  RoomingContributions(JdbcTemplate jdbc, Stays stays) {
    this.jdbc = jdbc;
    this.stays = stays;
  }

  @Override
  public Collection<String> subjects(UUID conference) {
    return jdbc.queryForList(
        """
        select distinct ? || person from stay where conference = ?
        union all select ? || id from hold where conference = ?
        union all select ? || code from hotel where conference = ?\
        """,
        String.class,
        Subject.PERSON,
        conference,
        Subject.HOLD,
        conference,
        Subject.HOTEL,
        conference);
  }

  @Override
  public Map<String, List<Contribution>> of(UUID conference, Collection<String> subjects) {
    List<String> persons = new ArrayList<>();
    List<UUID> holds = new ArrayList<>();
    List<String> hotels = new ArrayList<>();
    subjects.forEach(key ->
        Subject.of(key)
            .ifPresent(subject -> {
              switch (subject) {
                case Subject.Person(var id) -> persons.add(id);
                case Subject.Hold(var id) -> holds.add(id);
                case Subject.Hotel(var code) -> hotels.add(code);
              }
            }));
    Map<String, List<Contribution>> lines = new HashMap<>();
    if (!persons.isEmpty()) {
      sleepers(conference, persons, lines);
    }
    if (!holds.isEmpty()) {
      blocks(conference, holds, lines);
    }
    if (!hotels.isEmpty()) {
      headers(conference, hotels, lines);
    }
    return lines;
  }

  private void sleepers(
      UUID conference, List<String> persons, Map<String, List<Contribution>> lines) {
    Map<String, String> names = new HashMap<>();
    jdbc.query(
        "select person, name from participant where conference = ? and person = any(?)",
        row -> {
          names.put(row.getString(1), row.getString(2));
        },
        conference,
        persons.toArray(String[]::new));
    stays.of(conference, persons).stream()
        .sorted(Comparator.comparing(Stay::hotel))
        .forEach(stay -> {
          var guest = stay.guest();
          lines
              .computeIfAbsent(new Subject.Person(guest.person()).key(), _ -> new ArrayList<>())
              .add(
                  RoomingLines.line(
                      new RoomingLines.Sleeper(
                          guest.person(),
                          names.getOrDefault(guest.person(), ""),
                          guest.delegation(),
                          stay.hotel(),
                          guest.nights(),
                          stay.room())));
        });
  }

  private void blocks(UUID conference, List<UUID> holds, Map<String, List<Contribution>> lines) {
    jdbc.query(
        """
        select h.id, h.organisation, h.hotel, h.rooms, h.from_date, h.to_date
        from hold h join hotel t on t.conference = h.conference and t.code = h.hotel
        where h.conference = ? and h.id = any(?) and not h.cancelled and not t.cancelled\
        """,
        row -> {
          lines.put(
              new Subject.Hold(row.getObject(1, UUID.class)).key(),
              List.of(
                  RoomingLines.line(
                      new RoomingLines.Block(
                          row.getString(2),
                          row.getString(3),
                          row.getInt(4),
                          row.getObject(5, LocalDate.class),
                          row.getObject(6, LocalDate.class)))));
        },
        conference,
        holds.toArray(UUID[]::new));
  }

  private void headers(
      UUID conference, List<String> hotels, Map<String, List<Contribution>> lines) {
    jdbc.query(
        "select code from hotel where conference = ? and code = any(?) and not cancelled",
        row -> {
          var code = row.getString(1);
          lines.put(new Subject.Hotel(code).key(), List.of(RoomingLines.header(code)));
        },
        conference,
        hotels.toArray(String[]::new));
  }
}
