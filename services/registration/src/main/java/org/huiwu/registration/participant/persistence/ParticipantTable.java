package org.huiwu.registration.participant.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.registration.participant.Diet;
import org.huiwu.registration.participant.Gender;
import org.huiwu.registration.participant.Participant;
import org.huiwu.registration.participant.Participants;
import org.huiwu.registration.participant.Particulars;
import org.huiwu.registration.participant.RouteRequest;
import org.huiwu.registration.text.NameKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `participant`.
@Repository
class ParticipantTable implements Participants {
  private static final String COLUMNS =
      "person, version, delegation, name, gender, rank, title, phone, companion_of, attending,"
          + " declared_diet, requested_route, route_as_host, substitute_for";
  private static final String SELECT =
      "select " + COLUMNS + " from participant where conference = ?";

  private final JdbcClient client;
  private final JdbcTemplate jdbc;

  ParticipantTable(JdbcClient client, JdbcTemplate jdbc) {
    this.client = client;
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Participant> find(UUID conference, String person) {
    return client
        .sql(SELECT + " and person = ?")
        .params(conference, person)
        .query(ParticipantTable::participant)
        .optional();
  }

  @Override
  public List<Participant> all(
      UUID conference, @Nullable String delegation, @Nullable String name) {
    var sql = new StringBuilder(SELECT);
    List<Object> parameters = new ArrayList<>(List.of(conference));
    if (delegation != null) {
      sql.append(" and delegation = ?");
      parameters.add(delegation);
    }
    if (name != null) {
      sql.append(" and name_key = ?");
      parameters.add(NameKey.of(name));
    }
    return client
        .sql(sql.append(" order by delegation collate \"C\", registered").toString())
        .params(parameters)
        .query(ParticipantTable::participant)
        .list();
  }

  @Override
  public List<Participant> companions(UUID conference, String host) {
    return client
        .sql(SELECT + " and companion_of = ? order by registered")
        .params(conference, host)
        .query(ParticipantTable::participant)
        .list();
  }

  @Override
  public List<String> attendingNames(UUID conference, String delegation) {
    return client
        .sql(
            "select name from participant where conference = ? and delegation = ? and attending order by registered")
        .params(conference, delegation)
        .query(String.class)
        .list();
  }

  @Override
  public Map<String, String> attending(
      UUID conference, String delegation, Collection<String> nameKeys) {
    Map<String, String> persons = new HashMap<>();
    client
        .sql(
            """
            select name_key, person from participant
            where conference = ? and delegation = ? and attending and name_key = any (?)\
            """)
        .params(conference, delegation, nameKeys.toArray(String[]::new))
        .query(row -> {
          persons.put(row.getString(1), row.getString(2));
        });
    return persons;
  }

  @Override
  public void add(UUID conference, List<Participant> participants) {
    jdbc.batchUpdate(
        "insert into participant (conference, name_key, "
            + COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        participants.stream()
            .map(p ->
                new @Nullable Object[] {
                  conference,
                  NameKey.of(p.who().name()),
                  p.id(),
                  p.version(),
                  p.delegation(),
                  p.who().name(),
                  p.who().gender().name(),
                  p.who().rank(),
                  p.who().title(),
                  p.who().phone(),
                  p.companionOf(),
                  p.attending(),
                  p.declaredDiet().code(),
                  p.route().code(),
                  p.route().asHost(),
                  p.substituteFor()
                })
            .toList());
  }

  @Override
  public void replace(UUID conference, List<Participant> participants) {
    jdbc.batchUpdate(
        """
        update participant set version = ?, name = ?, name_key = ?, gender = ?, rank = ?, title = ?,
          phone = ?, companion_of = ?, attending = ?
        where conference = ? and person = ?\
        """,
        participants.stream()
            .map(p ->
                new @Nullable Object[] {
                  p.version(),
                  p.who().name(),
                  NameKey.of(p.who().name()),
                  p.who().gender().name(),
                  p.who().rank(),
                  p.who().title(),
                  p.who().phone(),
                  p.companionOf(),
                  p.attending(),
                  conference,
                  p.id()
                })
            .toList());
  }

  private static Participant participant(ResultSet row, int n) throws SQLException {
    return new Participant(
        row.getString(1),
        row.getLong(2),
        row.getString(3),
        new Particulars(
            row.getString(4),
            Gender.valueOf(row.getString(5)),
            row.getInt(6),
            row.getString(7),
            row.getString(8)),
        row.getString(9),
        row.getBoolean(10),
        Diet.of(row.getString(11)),
        new RouteRequest(row.getString(12), row.getBoolean(13)),
        row.getString(14));
  }
}
