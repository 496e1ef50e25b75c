package org.huiwu.transportdispatch.manifest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiwu.platform.manifests.Contribution;
import org.huiwu.platform.manifests.Contributions;
import org.huiwu.transportdispatch.subject.Subject;
import org.huiwu.transportdispatch.trip.Trip;
import org.huiwu.transportdispatch.trip.Trips;
import org.springframework.stereotype.Component;

/// Loads the facts of those who are asked for and lets [TripLines] compute.
@Component
class TripManifests implements Contributions {
  private final Trips trips;
  private final Riders riders;

  TripManifests(Trips trips, Riders riders) {
    this.trips = trips;
    this.riders = riders;
  }

  @Override
  public Collection<String> subjects(UUID conference) {
    List<String> all = new ArrayList<>(Subject.PERSON.of(riders.people(conference)));
    trips.all(conference).forEach(t -> all.add(Subject.TRIP.of(t.code())));
    return all;
  }

  @Override
  public Map<String, List<Contribution>> of(UUID conference, Collection<String> subjects) {
    Map<String, List<Contribution>> contributions = new HashMap<>();
    trips
        .of(conference, Subject.TRIP.among(subjects))
        .forEach(t -> contributions.put(Subject.TRIP.of(t.code()), TripLines.of(t)));
    var asked = riders.of(conference, Subject.PERSON.among(subjects));
    var carrying = carrying(conference, asked);
    asked.forEach(r -> contributions.put(Subject.PERSON.of(r.person()), TripLines.of(r, carrying)));
    return contributions;
  }

  private List<Trip> carrying(UUID conference, List<Rider> people) {
    Set<String> buses = new HashSet<>();
    Set<String> places = new HashSet<>();
    for (var rider : people) {
      buses.add(rider.bus());
      places.add(rider.arrival().place());
    }
    return trips.among(conference, buses, places);
  }
}
