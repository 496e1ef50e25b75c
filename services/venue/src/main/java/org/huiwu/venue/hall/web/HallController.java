package org.huiwu.venue.hall.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Shown;
import org.huiwu.platform.web.command.Versioned;
import org.huiwu.venue.hall.Hall;
import org.huiwu.venue.hall.Halls;
import org.huiwu.venue.upstream.Conferences;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Halls at the venue desk, under the names that sessions give them.
@RestController
@RequestMapping("/conferences/{conference}/halls")
class HallController {
  private static final int MOST_SEATS = 100_000;
  private static final Shown<Hall, Hall> SHOWN = Shown.asItIs(Hall::version);

  /// @param capacity seats; null: nobody knows
  record Seating(@Nullable @Min(1) @Max(MOST_SEATS) Integer capacity) {}

  private final ChangeDesk desk;
  private final Conferences conferences;
  private final Halls halls;

  HallController(ChangeDesk desk, Conferences conferences, Halls halls) {
    this.desk = desk;
    this.conferences = conferences;
    this.halls = halls;
  }

  @Allowed("read-sessions")
  @GetMapping
  List<Hall> all(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    return halls.all(conference);
  }

  @Allowed("read-sessions")
  @GetMapping("/{hall}")
  ResponseEntity<Hall> one(@PathVariable UUID conference, @PathVariable String hall) {
    return SHOWN.answer(get(conference, hall));
  }

  /// How many it seats: no list says so, and nobody is told.
  @Allowed("change-hall")
  @PutMapping("/{hall}")
  Answered<Hall> seat(
      @PathVariable UUID conference,
      @PathVariable String hall,
      @RequestBody @Valid Seating body,
      @Versioned CommandRequest request) {
    return desk.edit(
        request,
        conference,
        "change-hall",
        () -> get(conference, hall),
        SHOWN,
        (_, current) -> halls.seat(conference, current, body.capacity()));
  }

  private Hall get(UUID conference, String hall) {
    conferences.mustExist(conference);
    return halls.get(conference, hall);
  }
}
