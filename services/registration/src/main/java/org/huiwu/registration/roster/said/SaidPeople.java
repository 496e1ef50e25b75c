package org.huiwu.registration.roster.said;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.registration.roster.reading.RosterField;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Everybody whom rosters brought, and what was said of them.
@Repository
public class SaidPeople {
  private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
  private static final String SELECT =
      "select person, roster, sheet, row_number, name_key, said, missing from roster_person where conference = ?";

  private final JdbcClient client;
  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  SaidPeople(JdbcClient client, JdbcTemplate jdbc, JsonMapper json) {
    this.client = client;
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Whether an earlier roster of the office brought anybody.
  public boolean anyBefore(UUID conference, String delegation, UUID roster) {
    return client
        .sql(
            "select exists (select from roster_person where conference = ? and delegation = ? and roster <> ?)")
        .params(conference, delegation, roster)
        .query(Boolean.class)
        .single();
  }

  /// Those whose file says one of these names or phones, or who are one of these.
  public List<SaidPerson> all(
      UUID conference,
      String delegation,
      Collection<String> nameKeys,
      Collection<String> phones,
      Collection<String> persons) {
    return client
        .sql(
            SELECT
                + " and delegation = ? and name_key = any (?) union "
                + SELECT
                + " and delegation = ? and phone <> '' and phone = any (?) union "
                + SELECT
                + " and person = any (?)")
        .params(conference, delegation, array(nameKeys), conference, delegation, array(phones))
        .params(conference, array(persons))
        .query(this::person)
        .list();
  }

  public Optional<SaidPerson> find(UUID conference, String person) {
    return client
        .sql(SELECT + " and person = ?")
        .params(conference, person)
        .query(this::person)
        .optional();
  }

  /// Who stands in a row of a roster, if anybody of it is in.
  public Optional<SaidPerson> find(UUID conference, UUID roster, String sheet, int row) {
    return client
        .sql(SELECT + " and roster = ? and row_number = ? and sheet = ?")
        .params(conference, roster, row, sheet)
        .query(this::person)
        .optional();
  }

  /// The names of those of a delegation who attend and whom no roster brought.
  public List<String> attendingByHand(UUID conference, String delegation) {
    return client
        .sql(
            """
            select name from participant p
            where conference = ? and delegation = ? and attending and not exists
              (select from roster_person s where s.conference = p.conference and s.person = p.person)
            order by registered\
            """)
        .params(conference, delegation)
        .query(String.class)
        .list();
  }

  /// Who attends and is not in the newest roster, and of whom that was not known yet; from now on
  /// it is.
  public List<String> newlyMissing(UUID conference, String delegation, UUID newest) {
    return client
        .sql(
            """
            update roster_person s set missing = true
            from participant p
            where s.conference = ? and s.delegation = ? and s.roster <> ? and not s.missing
              and p.conference = s.conference and p.person = s.person and p.attending
            returning s.person\
            """)
        .params(conference, delegation, newest)
        .query(String.class)
        .list();
  }

  public void put(UUID conference, String delegation, List<SaidPerson> people) {
    if (people.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into roster_person (conference, delegation, person, roster, sheet, row_number, name_key, phone, said)
        select ?, ?, u.* from unnest(?, ?, ?, ?, ?, ?, ?::jsonb[]) u
        on conflict (conference, person) do update set delegation = excluded.delegation,
          roster = excluded.roster, sheet = excluded.sheet, row_number = excluded.row_number,
          name_key = excluded.name_key, phone = excluded.phone, said = excluded.said, missing = false\
        """,
        conference,
        delegation,
        people.stream().map(SaidPerson::person).toArray(String[]::new),
        people.stream().map(SaidPerson::roster).toArray(UUID[]::new),
        people.stream().map(SaidPerson::sheet).toArray(String[]::new),
        people.stream().map(SaidPerson::row).toArray(Integer[]::new),
        people.stream().map(SaidPerson::nameKey).toArray(String[]::new),
        people.stream().map(SaidPerson::phone).toArray(String[]::new),
        people.stream().map(p -> words(p.said())).toArray(String[]::new));
  }

  private String words(Map<RosterField, String> said) {
    Map<String, String> words = new LinkedHashMap<>();
    said.forEach((field, value) -> {
      if (!value.isEmpty()) {
        words.put(field.wire(), value);
      }
    });
    return json.writeValueAsString(words);
  }

  private SaidPerson person(ResultSet row, int n) throws SQLException {
    Map<RosterField, String> said = new EnumMap<>(RosterField.class);
    json.readValue(row.getString(6), WORDS)
        .forEach(
            (wire, value) -> RosterField.find(wire).ifPresent(field -> said.put(field, value)));
    return new SaidPerson(
        row.getString(1),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getInt(4),
        row.getString(5),
        said,
        row.getBoolean(7));
  }

  private static String[] array(Collection<String> values) {
    return values.toArray(String[]::new);
  }
}
