package org.huiwu.accommodation.rooming.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huiwu.accommodation.nights.Nights;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// The stays as the desk reads them.
@Repository
public class SleepingList {

  /// @param room null when unplaced
  /// @param from local date of the first night
  /// @param to local date of leaving
  /// @param nights the nights themselves: between `from` and `to` there may be some elsewhere
  public record Entry(
      String person,
      String name,
      String delegation,
      String hotel,
      @Nullable String room,
      LocalDate from,
      LocalDate to,
      List<Nights.Span> nights) {}

  private final JdbcTemplate jdbc;

  SleepingList(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// By hotel and room, the unplaced last.
  ///
  /// @param hotel null: of all hotels
  public List<Entry> of(UUID conference, @Nullable String hotel) {
    return jdbc.query(
        """
        select s.person, p.name, s.delegation, s.hotel, s.room, lower(s.nights), upper(s.nights), s.nights::text
        from stay s join participant p on p.conference = s.conference and p.person = s.person
        where s.conference = ? and (?::text is null or s.hotel = ?)
        order by s.hotel, length(s.room) nulls last, s.room, s.ordinal\
        """,
        (row, _) ->
            new Entry(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                row.getObject(7, LocalDate.class),
                NightsColumn.read(row.getString(8)).spans()),
        conference,
        hotel,
        hotel);
  }
}
