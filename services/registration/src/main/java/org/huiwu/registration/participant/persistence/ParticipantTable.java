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
import java.util.function.Function;
import org.huiwu.registration.participant.Diet;
import org.huiwu.registration.participant.Gender;
import org.huiwu.registration.participant.Participant;
import org.huiwu.registration.participant.Participants;
import org.huiwu.registration.participant.Particulars;
import org.huiwu.registration.participant.RouteRequest;
import org.huiwu.registration.text.NameKey;
import org.huiwu.registration.text.NameSound;
import org.huiwu.registration.text.SearchKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `participant`.
@Repository
class ParticipantTable implements Participants {
  static final String COLUMNS =
      "person, version, delegation, name, gender, rank, title, phone, companion_of, attending,"
          + " declared_diet, requested_route, route_as_host, substitute_for, email";
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
  public List<Participant> some(UUID conference, Collection<String> persons) {
    return client
        .sql(SELECT + " and person = any (?)")
        .params(conference, persons.toArray(String[]::new))
        .query(ParticipantTable::participant)
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
    var sounds =
        participants.stream().map(p -> NameSound.of(p.who().name())).toArray(String[]::new);
    jdbc.update(
        "insert into participant (conference, name_key, name_sound, name_search, title_search, "
            + COLUMNS
            + ") select ?, u.name_key, u.name_sound, u.name_search, u.title_search, u.person, u.version, u.delegation, u.name, u.gender, u.rank, u.title,"
            + " u.phone, u.companion_of, u.attending, u.declared_diet, u.requested_route,"
            + " u.route_as_host, u.substitute_for, u.email from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality"
            + " as u (name_key, name_sound, name_search, title_search, person, version, delegation, name, gender, rank, title, phone,"
            + " companion_of, attending, declared_diet, requested_route, route_as_host,"
            + " substitute_for, email, n) order by u.n",
        conference,
        texts(participants, p -> NameKey.of(p.who().name())),
        sounds,
        keys(participants, sounds),
        texts(participants, p -> NameSound.plain(p.who().title())),
        texts(participants, Participant::id),
        participants.stream().map(Participant::version).toArray(Long[]::new),
        texts(participants, Participant::delegation),
        texts(participants, p -> p.who().name()),
        texts(participants, p -> p.who().gender().name()),
        participants.stream().map(p -> p.who().rank()).toArray(Integer[]::new),
        texts(participants, p -> p.who().title()),
        texts(participants, p -> p.who().phone()),
        texts(participants, Participant::companionOf),
        flags(participants, Participant::attending),
        texts(participants, p -> p.declaredDiet().code()),
        texts(participants, p -> p.route().code()),
        flags(participants, p -> p.route().asHost()),
        texts(participants, Participant::substituteFor),
        texts(participants, p -> p.who().email()));
  }

  private static @Nullable String[] texts(
      List<Participant> participants, Function<Participant, @Nullable String> column) {
    return participants.stream().map(column).toArray(String[]::new);
  }

  private static Boolean[] flags(
      List<Participant> participants, Function<Participant, Boolean> column) {
    return participants.stream().map(column).toArray(Boolean[]::new);
  }

  private static String[] keys(List<Participant> participants, String[] sounds) {
    var keys = new String[sounds.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = SearchKey.of(participants.get(i).who().name(), sounds[i]);
    }
    return keys;
  }

  @Override
  public void replace(UUID conference, List<Participant> participants) {
    jdbc.batchUpdate(
        """
        update participant set version = ?, name = ?, name_key = ?, name_sound = ?, name_search = ?,
          gender = ?, rank = ?, title = ?, title_search = ?, phone = ?, email = ?, companion_of = ?,
          attending = ?
        where conference = ? and person = ?\
        """,
        participants.stream().map(p -> changed(conference, p)).toList());
  }

  private static @Nullable Object[] changed(UUID conference, Participant p) {
    var who = p.who();
    var sound = NameSound.of(who.name());
    return new @Nullable Object[] {
      p.version(),
      who.name(),
      NameKey.of(who.name()),
      sound,
      SearchKey.of(who.name(), sound),
      who.gender().name(),
      who.rank(),
      who.title(),
      NameSound.plain(who.title()),
      who.phone(),
      who.email(),
      p.companionOf(),
      p.attending(),
      conference,
      p.id()
    };
  }

  static Participant participant(ResultSet row, int n) throws SQLException {
    return new Participant(
        row.getString(1),
        row.getLong(2),
        row.getString(3),
        new Particulars(
            row.getString(4),
            Gender.valueOf(row.getString(5)),
            row.getInt(6),
            row.getString(7),
            row.getString(8),
            row.getString(15)),
        row.getString(9),
        row.getBoolean(10),
        Diet.of(row.getString(11)),
        new RouteRequest(row.getString(12), row.getBoolean(13)),
        row.getString(14));
  }
}
