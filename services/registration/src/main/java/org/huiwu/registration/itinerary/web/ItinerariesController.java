package org.huiwu.registration.itinerary.web;

import java.util.List;
import java.util.UUID;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.registration.conference.Conferences;
import org.huiwu.registration.itinerary.Itineraries;
import org.huiwu.registration.itinerary.Itinerary;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Everybody's itinerary at once, for who plans for many.
@RestController
@RequestMapping("/conferences/{conference}/itineraries")
class ItinerariesController {
  private final Conferences conferences;
  private final Itineraries itineraries;

  ItinerariesController(Conferences conferences, Itineraries itineraries) {
    this.conferences = conferences;
    this.itineraries = itineraries;
  }

  @Allowed("read-itineraries")
  @GetMapping
  List<Itinerary> all(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    return itineraries.all(conference);
  }
}
