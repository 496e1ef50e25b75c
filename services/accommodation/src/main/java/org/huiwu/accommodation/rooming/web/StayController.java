package org.huiwu.accommodation.rooming.web;

import java.util.List;
import java.util.UUID;
import org.huiwu.accommodation.rooming.persistence.SleepingList;
import org.huiwu.accommodation.upstream.Conferences;
import org.huiwu.platform.web.access.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who sleeps where, in which room, which nights.
@RestController
@RequestMapping("/conferences/{conference}/stays")
class StayController {
  private final Conferences conferences;
  private final SleepingList list;

  StayController(Conferences conferences, SleepingList list) {
    this.conferences = conferences;
    this.list = list;
  }

  @Allowed("read-stays")
  @GetMapping
  List<SleepingList.Entry> stays(
      @PathVariable UUID conference, @RequestParam(required = false) @Nullable String hotel) {
    conferences.mustExist(conference);
    return list.of(conference, hotel);
  }
}
