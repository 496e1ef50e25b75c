package org.huiwu.venue.manifest.web;

import java.util.List;
import java.util.UUID;
import org.huiwu.platform.manifests.Manifests;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.venue.session.Sessions;
import org.huiwu.venue.upstream.Conferences;
import org.huiwu.venue.upstream.Delegations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The seats of a session as the venue desk reads them, with the delegations' names.
@RestController
@RequestMapping("/conferences/{conference}/sessions/{code}/seats")
class SeatsController {

  /// @param name "" while registration has not said what the delegation is called
  record DelegationSeats(String delegation, String name, int seats) {}

  private final Conferences conferences;
  private final Sessions sessions;
  private final Delegations delegations;
  private final Manifests manifests;

  SeatsController(
      Conferences conferences, Sessions sessions, Delegations delegations, Manifests manifests) {
    this.conferences = conferences;
    this.sessions = sessions;
    this.delegations = delegations;
    this.manifests = manifests;
  }

  @Allowed("read-seats")
  @GetMapping
  List<DelegationSeats> seats(@PathVariable UUID conference, @PathVariable String code) {
    conferences.mustExist(conference);
    var session = sessions.get(conference, code);
    var names = delegations.names(conference);
    return manifests.find(conference, session.manifest()).stream()
        .flatMap(manifest -> manifest.lines().entrySet().stream())
        .map(line ->
            new DelegationSeats(
                line.getKey(),
                names.getOrDefault(line.getKey(), ""),
                Integer.parseInt(line.getValue().getOrDefault("seats", "0"))))
        .toList();
  }
}
