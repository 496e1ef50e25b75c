package org.huiwu.registration.roster.importing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiwu.registration.itinerary.Itineraries;
import org.huiwu.registration.itinerary.Itinerary;
import org.huiwu.registration.participant.Participants;
import org.huiwu.registration.roster.queue.ClerksQueue;
import org.huiwu.registration.roster.said.SaidPeople;
import org.huiwu.registration.text.NameKey;
import org.huiwu.registration.upstream.OtherDesks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks up what is known of people, for one part of a roster or one item of the queue.
@Component
public class KnownPeople {
  private final Participants participants;
  private final Itineraries itineraries;
  private final SaidPeople saidPeople;
  private final ClerksQueue queue;
  private final OtherDesks desks;

  KnownPeople(
      Participants participants,
      Itineraries itineraries,
      SaidPeople saidPeople,
      ClerksQueue queue,
      OtherDesks desks) {
    this.participants = participants;
    this.itineraries = itineraries;
    this.saidPeople = saidPeople;
    this.queue = queue;
    this.desks = desks;
  }

  /// Of a part of a roster.
  ///
  /// @param survey null for the first roster of an office
  Knowledge about(
      UUID conference,
      UUID roster,
      String delegation,
      List<PartRow> part,
      @Nullable FileSurvey survey) {
    var names = Intake.nameKeys(part);
    var attending = participants.attending(conference, delegation, names);
    if (survey == null) {
      return Knowledge.ofFirst(roster, delegation, attending);
    }
    var said =
        saidPeople.all(conference, delegation, names, Intake.phones(part), attending.values());
    Set<String> persons = new HashSet<>();
    said.forEach(s -> persons.add(s.person()));
    var known = all(conference, persons);
    Map<String, String> everybody = new HashMap<>(attending);
    known.values().stream()
        .filter(k -> k.participant().attending())
        .forEach(
            k -> everybody.put(NameKey.of(k.participant().who().name()), k.participant().id()));
    return new Knowledge(roster, delegation, everybody, said, known, survey, null);
  }

  /// By id; who is unknown is left out.
  Map<String, Known> all(UUID conference, Collection<String> persons) {
    if (persons.isEmpty()) {
      return Map.of();
    }
    var journeys =
        itineraries.all(conference, persons).stream()
            .collect(Collectors.toMap(Itinerary::person, Function.identity()));
    var waiting =
        queue.waitingAbout(conference, persons).stream()
            .collect(Collectors.groupingBy(i -> String.valueOf(i.issue().person())));
    var routes = desks.routes(conference, persons);
    var diets = desks.diets(conference, persons);
    Map<String, Known> known = new HashMap<>();
    for (var participant : participants.some(conference, persons)) {
      var id = participant.id();
      var journey = journeys.get(id);
      if (journey != null) {
        known.put(
            id,
            new Known(
                participant,
                journey,
                Optional.ofNullable(routes.get(id)),
                Optional.ofNullable(diets.get(id)),
                waiting.getOrDefault(id, List.of())));
      }
    }
    return known;
  }
}
