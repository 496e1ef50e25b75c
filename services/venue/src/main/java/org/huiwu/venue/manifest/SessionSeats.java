package org.huiwu.venue.manifest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.platform.manifests.Contribution;
import org.huiwu.platform.manifests.Contributions;
import org.huiwu.venue.session.Sessions;
import org.huiwu.venue.subject.Subject;
import org.huiwu.venue.upstream.Conferences;
import org.springframework.stereotype.Component;

/// What sessions and people contribute to the seats, `session:<code>`.
@Component
class SessionSeats implements Contributions {
  private final Sessions sessions;
  private final Conferences conferences;
  private final VenueFacts facts;

  SessionSeats(Sessions sessions, Conferences conferences, VenueFacts facts) {
    this.sessions = sessions;
    this.conferences = conferences;
    this.facts = facts;
  }

  @Override
  public Collection<String> subjects(UUID conference) {
    List<String> all = new ArrayList<>(Subject.PERSON.of(facts.people(conference)));
    sessions.all(conference).forEach(s -> all.add(Subject.SESSION.of(s.code())));
    return all;
  }

  @Override
  public Map<String, List<Contribution>> of(UUID conference, Collection<String> subjects) {
    var all = sessions.all(conference);
    Map<String, List<Contribution>> contributions = new HashMap<>();
    var codes = new HashSet<>(Subject.SESSION.among(subjects));
    all.stream()
        .filter(s -> codes.contains(s.code()))
        .forEach(s -> contributions.put(Subject.SESSION.of(s.code()), Seats.header(s)));
    var people = Subject.PERSON.among(subjects);
    var dates = conferences.find(conference);
    if (!people.isEmpty() && dates.isPresent()) {
      var seats = new Seats(dates.get(), all);
      facts
          .attendees(conference, people)
          .forEach(a -> contributions.put(Subject.PERSON.of(a.person()), seats.of(a)));
    }
    return contributions;
  }
}
