package org.huiwu.accommodation.upstream;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.huiwu.accommodation.subject.Subject;
import org.huiwu.platform.messaging.StateListener.UpstreamState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// What registration says of people: participants and their itineraries.
@Repository
public class People {
  private final JdbcTemplate jdbc;

  People(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  static List<String> subjects(Collection<String> persons) {
    return persons.stream().map(p -> new Subject.Person(p).key()).toList();
  }

  /// The subjects of everybody of the delegations, attending or not.
  public List<String> subjectsOf(UUID conference, Collection<String> delegations) {
    return subjects(
        jdbc.queryForList(
            "select person from participant where conference = ? and delegation = any(?) order by n",
            String.class,
            conference,
            delegations.toArray(String[]::new)));
  }

  List<String> all(UUID conference) {
    return jdbc.queryForList(
        "select person from participant where conference = ? order by n", String.class, conference);
  }

  List<String> withUnknownTimes(UUID conference) {
    return jdbc.queryForList(
        "select person from itinerary where conference = ? and (arrival is null or departure is null)",
        String.class,
        conference);
  }

  /// A person's number stays what it was when the person became known: the order of registration.
  void store(UUID conference, List<UpstreamState<ParticipantListener.ParticipantState>> states) {
    jdbc.batchUpdate(
        """
        insert into participant
          (conference, person, delegation, name, gender, rank, companion_of, attending, substitute_for)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (conference, person) do update set
          delegation = excluded.delegation, name = excluded.name, gender = excluded.gender,
          rank = excluded.rank, companion_of = excluded.companion_of,
          attending = excluded.attending, substitute_for = excluded.substitute_for\
        """,
        states.stream().map(s -> participant(conference, s.id(), s.state())).toList());
  }

  private static @Nullable Object[] participant(
      UUID conference, String id, ParticipantListener.ParticipantState state) {
    return new @Nullable Object[] {
      conference,
      id,
      state.delegation(),
      state.name(),
      state.gender().name(),
      state.rank(),
      state.companionOf(),
      state.attending(),
      state.substituteFor()
    };
  }

  void storeItineraries(
      UUID conference, List<UpstreamState<ItineraryListener.ItineraryState>> states) {
    jdbc.batchUpdate(
        """
        insert into itinerary (conference, person, arrival, departure) values (?, ?, ?, ?)
        on conflict (conference, person) do update set
          arrival = excluded.arrival, departure = excluded.departure\
        """,
        states.stream()
            .map(s ->
                new @Nullable Object[] {
                  conference, s.id(), s.state().arrival().time(), s.state().departure().time()
                })
            .toList());
  }
}
