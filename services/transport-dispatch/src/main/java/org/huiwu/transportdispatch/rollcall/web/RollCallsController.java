package org.huiwu.transportdispatch.rollcall.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.transportdispatch.rollcall.RollCallTaking;
import org.huiwu.transportdispatch.rollcall.RollCalls;
import org.huiwu.transportdispatch.trip.Trips;
import org.huiwu.transportdispatch.upstream.Conferences;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Roll-calls of a trip: with an Idempotency-Key, without If-Match, whatever the plans say.
@RestController
@RequestMapping("/conferences/{conference}/trips/{code}/roll-calls")
class RollCallsController {
  private final ChangeDesk desk;
  private final Conferences conferences;
  private final Trips trips;
  private final RollCalls rollCalls;
  private final RollCallTaking taking;

  RollCallsController(
      ChangeDesk desk,
      Conferences conferences,
      Trips trips,
      RollCalls rollCalls,
      RollCallTaking taking) {
    this.desk = desk;
    this.conferences = conferences;
    this.trips = trips;
    this.rollCalls = rollCalls;
    this.taking = taking;
  }

  @Allowed("roll-call")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Answered<RollCallView> takeRollCall(
      @PathVariable UUID conference,
      @PathVariable String code,
      @RequestBody @Valid RollCallBody body,
      @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "roll-call",
        scope -> {
          var known = conferences.get(conference);
          var trip = trips.get(conference, code);
          var taken =
              taking.take(scope, known, body.command(trip.code()), request.origin().receivedAt());
          return Reply.created(RollCallView.of(taken), 1);
        });
  }

  @Allowed("read-roll-calls")
  @GetMapping
  List<RollCallView> listRollCalls(@PathVariable UUID conference, @PathVariable String code) {
    conferences.mustExist(conference);
    return rollCalls.of(conference, trips.get(conference, code).code()).stream()
        .map(RollCallView::of)
        .toList();
  }

  @Allowed("read-roll-calls")
  @GetMapping("/{id}")
  RollCallView showRollCall(
      @PathVariable UUID conference, @PathVariable String code, @PathVariable UUID id) {
    conferences.mustExist(conference);
    trips.get(conference, code);
    return RollCallView.of(rollCalls.get(conference, code, id));
  }
}
