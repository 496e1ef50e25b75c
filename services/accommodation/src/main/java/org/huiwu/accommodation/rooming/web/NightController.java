package org.huiwu.accommodation.rooming.web;

import java.util.List;
import java.util.UUID;
import org.huiwu.accommodation.rooming.persistence.RoomsByNight;
import org.huiwu.accommodation.upstream.Conferences;
import org.huiwu.platform.web.access.Allowed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How full each hotel is, night by night.
@RestController
@RequestMapping("/conferences/{conference}/nights")
class NightController {
  private final Conferences conferences;
  private final RoomsByNight rooms;

  NightController(Conferences conferences, RoomsByNight rooms) {
    this.conferences = conferences;
    this.rooms = rooms;
  }

  @Allowed("read-nights")
  @GetMapping
  List<RoomsByNight.Night> nights(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    return rooms.of(conference);
  }
}
