package org.huiwu.transportdispatch.exceptions.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.preview.DeskExceptions;
import org.huiwu.transportdispatch.exceptions.Irregularities;
import org.huiwu.transportdispatch.exceptions.Irregularity;
import org.huiwu.transportdispatch.exceptions.Irregularity.ImplausibleRollCall;
import org.huiwu.transportdispatch.exceptions.Irregularity.UnknownPerson;
import org.huiwu.transportdispatch.manifest.Riders;
import org.huiwu.transportdispatch.rollcall.Implausibility;
import org.huiwu.transportdispatch.rollcall.RollCalls;
import org.huiwu.transportdispatch.trip.Surroundings;
import org.huiwu.transportdispatch.trip.Trips;
import org.huiwu.transportdispatch.upstream.Conferences;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// What transport must look at, as it is now.
@RestController
@RequestMapping("/conferences/{conference}/exceptions")
class ExceptionsController implements DeskExceptions {
  private final Conferences conferences;
  private final Trips trips;
  private final Riders riders;
  private final Surroundings surroundings;
  private final RollCalls rollCalls;

  ExceptionsController(
      Conferences conferences,
      Trips trips,
      Riders riders,
      Surroundings surroundings,
      RollCalls rollCalls) {
    this.conferences = conferences;
    this.trips = trips;
    this.riders = riders;
    this.surroundings = surroundings;
    this.rollCalls = rollCalls;
  }

  @Override
  @Allowed("read-exceptions")
  @GetMapping
  public List<Irregularity> all(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    List<Irregularity> all =
        new ArrayList<>(
            Irregularities.of(
                trips.all(conference),
                riders.attending(conference),
                surroundings.references(conference).routes()));
    rollCalls.implausible(conference).stream()
        .map(r ->
            new ImplausibleRollCall(
                r.trip(),
                r.id(),
                r.happenedAt(),
                r.learntAt(),
                r.implausible().map(Implausibility::code).orElse("")))
        .forEach(all::add);
    rollCalls.strangers(conference).stream()
        .map(s -> new UnknownPerson(s.trip(), s.rollCall(), s.person()))
        .forEach(all::add);
    return all;
  }

  @Override
  public List<String> identity(JsonNode exception) {
    return List.of("kind", "person", "trip", "rollCall");
  }

  /// People over a vehicle's seats.
  @Override
  public long extent(JsonNode exception) {
    return exception.path("people").asLong(0) - exception.path("seats").asLong(0);
  }
}
