package org.huiwu.transportdispatch.trip.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.transportdispatch.trip.ChangeTrip;
import org.huiwu.transportdispatch.trip.Dispatching;
import org.huiwu.transportdispatch.trip.PlanTrip;
import org.huiwu.transportdispatch.trip.Trip;
import org.huiwu.transportdispatch.trip.Trips;
import org.huiwu.transportdispatch.upstream.Conferences;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Planning, changing and cancelling trips.
@RestController
@RequestMapping("/conferences/{conference}/trips")
class TripsController {
  private final ChangeDesk desk;
  private final Conferences conferences;
  private final Trips trips;
  private final Dispatching dispatching;

  TripsController(ChangeDesk desk, Conferences conferences, Trips trips, Dispatching dispatching) {
    this.desk = desk;
    this.conferences = conferences;
    this.trips = trips;
    this.dispatching = dispatching;
  }

  @PostMapping
  ResponseEntity<String> planTrips(
      @PathVariable UUID conference, @RequestBody List<PlanTrip> body, CommandRequest request) {
    return desk.change(
        request,
        conference,
        "plan-trips",
        scope -> {
          request.key();
          conferences.mustExist(conference);
          return Reply.createdAll(
              dispatching.plan(scope, body).stream().map(TripView::of).toList());
        });
  }

  @GetMapping
  List<TripView> listTrips(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    return trips.all(conference).stream().map(TripView::of).toList();
  }

  @GetMapping("/{code}")
  ResponseEntity<TripView> showTrip(@PathVariable UUID conference, @PathVariable String code) {
    conferences.mustExist(conference);
    var trip = trips.get(conference, code);
    return ResponseEntity.ok().eTag("\"" + trip.version() + "\"").body(TripView.of(trip));
  }

  @PatchMapping("/{code}")
  ResponseEntity<String> changeTrip(
      @PathVariable UUID conference,
      @PathVariable String code,
      @RequestBody ChangeTrip body,
      CommandRequest request) {
    return edit(
        request,
        conference,
        "change-trip",
        code,
        (scope, trip) -> dispatching.change(scope, trip, body));
  }

  @DeleteMapping("/{code}")
  ResponseEntity<String> cancelTrip(
      @PathVariable UUID conference, @PathVariable String code, CommandRequest request) {
    return edit(request, conference, "cancel-trip", code, dispatching::cancel);
  }

  @PutMapping("/{code}/vehicle")
  ResponseEntity<String> replaceVehicle(
      @PathVariable UUID conference,
      @PathVariable String code,
      @RequestBody @Valid VehicleBody body,
      CommandRequest request) {
    return edit(
        request,
        conference,
        "replace-vehicle",
        code,
        (scope, trip) -> dispatching.replaceVehicle(scope, trip, body.command()));
  }

  @PutMapping("/{code}/departure")
  ResponseEntity<String> retimeTrip(
      @PathVariable UUID conference,
      @PathVariable String code,
      @RequestBody @Valid DepartureBody body,
      CommandRequest request) {
    return edit(
        request,
        conference,
        "retime-trip",
        code,
        (scope, trip) -> dispatching.retime(scope, trip, body.command()));
  }

  private ResponseEntity<String> edit(
      CommandRequest request,
      UUID conference,
      String action,
      String code,
      BiFunction<ChangeScope, Trip, Trip> work) {
    return desk.change(
        request,
        conference,
        action,
        scope -> {
          conferences.mustExist(conference);
          var current = trips.get(conference, code);
          request.mustMatch(current.version(), TripView.of(current));
          var after = work.apply(scope, current);
          return Reply.ok(TripView.of(after), after.version());
        });
  }
}
