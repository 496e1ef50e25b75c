package org.huiwu.transportdispatch.arrivals.web;

import java.util.List;
import java.util.UUID;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.transportdispatch.arrivals.Wave;
import org.huiwu.transportdispatch.arrivals.Waves;
import org.huiwu.transportdispatch.upstream.Conferences;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How many come when, where and by what, and what fetches them.
@RestController
@RequestMapping("/conferences/{conference}/arrivals")
class ArrivalsController {
  private final Conferences conferences;
  private final Waves waves;

  ArrivalsController(Conferences conferences, Waves waves) {
    this.conferences = conferences;
    this.waves = waves;
  }

  @Allowed("read-arrivals")
  @GetMapping
  List<Wave> arrivals(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    return waves.of(conference);
  }
}
