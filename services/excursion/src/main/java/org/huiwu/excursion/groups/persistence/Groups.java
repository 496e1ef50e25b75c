package org.huiwu.excursion.groups.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.excursion.groups.Group;
import org.huiwu.excursion.groups.Group.Member;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// The bus-loads as they are now.
@Repository
public class Groups {
  private final JdbcTemplate jdbc;

  Groups(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public List<Group> all(UUID conference) {
    var members = members(conference);
    return jdbc.query(
        """
        select code, route, plate, departs, seats from trip
        where conference = ? and kind = 'excursion' and not cancelled order by route, code\
        """,
        (row, _) -> group(row, members.getOrDefault(row.getString("code"), List.of())),
        conference);
  }

  private static Group group(ResultSet row, List<Member> members) throws SQLException {
    return new Group(
        row.getString("code"),
        row.getString("route"),
        row.getString("plate"),
        row.getObject("departs", LocalDateTime.class),
        row.getInt("seats"),
        (int) members.stream().filter(m -> !m.absent()).count(),
        members);
  }

  private Map<String, List<Member>> members(UUID conference) {
    Map<String, List<Member>> members = new HashMap<>();
    jdbc.query(
        """
        select m.bus, m.person, p.name, p.delegation, p.rank, p.companion_of, m.absent
        from membership m join participant p on p.conference = m.conference and p.person = m.person
        where m.conference = ? and m.bus <> '' and p.attending
        order by p.rank, p.delegation, p.name, m.person\
        """,
        row -> {
          members
              .computeIfAbsent(row.getString("bus"), _ -> new ArrayList<>())
              .add(
                  new Member(
                      row.getString("person"),
                      row.getString("name"),
                      row.getString("delegation"),
                      row.getInt("rank"),
                      row.getString("companion_of"),
                      row.getBoolean("absent")));
        },
        conference);
    return members;
  }
}
