package org.huiwu.registration.itinerary.web;

import jakarta.validation.Valid;
import java.util.UUID;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.command.Versioned;
import org.huiwu.registration.conference.Conferences;
import org.huiwu.registration.itinerary.Itineraries;
import org.huiwu.registration.itinerary.Itinerary;
import org.huiwu.registration.itinerary.ItineraryNews;
import org.huiwu.registration.itinerary.Places;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Itineraries over HTTP; times are local to the conference.
@RestController
@RequestMapping("/conferences/{conference}/participants/{person}/itinerary")
class ItineraryController {

  /// What is left out stays.
  record ChangeItinerary(@Nullable @Valid LegChange arrival, @Nullable @Valid LegChange departure) {

    Itinerary applied(Itinerary to) {
      return to.with(
          arrival == null ? to.arrival() : arrival.applied(to.arrival()),
          departure == null ? to.departure() : departure.applied(to.departure()));
    }
  }

  private final ChangeDesk desk;
  private final Conferences conferences;
  private final Itineraries itineraries;
  private final Places places;

  ItineraryController(
      ChangeDesk desk, Conferences conferences, Itineraries itineraries, Places places) {
    this.desk = desk;
    this.conferences = conferences;
    this.itineraries = itineraries;
    this.places = places;
  }

  @Allowed("read-itineraries")
  @GetMapping
  ResponseEntity<Itinerary> one(@PathVariable UUID conference, @PathVariable String person) {
    conferences.mustExist(conference);
    var found = itineraries.get(conference, person);
    return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(found);
  }

  @Allowed("itinerary")
  @PatchMapping
  Answered<Itinerary> change(
      @PathVariable UUID conference,
      @PathVariable String person,
      @RequestBody @Valid ChangeItinerary body,
      @Versioned CommandRequest request) {
    return desk.change(
        request,
        conference,
        "itinerary",
        scope -> {
          conferences.mustExist(conference);
          var current = itineraries.get(conference, person);
          request.mustMatch(current.version(), current);
          var changed = body.applied(current);
          if (!changed.equals(current)) {
            places.mustBeKnown(conference, changed);
            itineraries.replace(conference, changed);
            ItineraryNews.changed(scope, changed);
          }
          return Reply.ok(changed, changed.version());
        });
  }
}
