package org.huiwu.transportdispatch.trip.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.command.Shown;
import org.huiwu.platform.web.command.Versioned;
import org.huiwu.transportdispatch.trip.ChangeTrip;
import org.huiwu.transportdispatch.trip.Dispatching;
import org.huiwu.transportdispatch.trip.PlanTrip;
import org.huiwu.transportdispatch.trip.Trip;
import org.huiwu.transportdispatch.trip.Trips;
import org.huiwu.transportdispatch.upstream.Conferences;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Planning, changing and cancelling trips.
@RestController
@RequestMapping("/conferences/{conference}/trips")
class TripsController {
  private static final Shown<Trip, TripView> SHOWN = new Shown<>(TripView::of, Trip::version);

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

  @Allowed("plan-trips")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Answered<List<TripView>> planTrips(
      @PathVariable UUID conference,
      @RequestBody List<@NotNull @Valid PlanTrip> body,
      @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "plan-trips",
        scope -> {
          conferences.mustExist(conference);
          return Reply.createdAll(
              dispatching.plan(scope, body).stream().map(TripView::of).toList());
        });
  }

  @Allowed("read-trips")
  @GetMapping
  List<TripView> listTrips(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    return trips.all(conference).stream().map(TripView::of).toList();
  }

  @Allowed("read-trips")
  @GetMapping("/{code}")
  ResponseEntity<TripView> showTrip(@PathVariable UUID conference, @PathVariable String code) {
    return SHOWN.answer(get(conference, code));
  }

  @Allowed("change-trip")
  @PatchMapping("/{code}")
  Answered<TripView> changeTrip(
      @PathVariable UUID conference,
      @PathVariable String code,
      @RequestBody @Valid ChangeTrip body,
      @Versioned CommandRequest request) {
    return edit(
        request,
        conference,
        "change-trip",
        code,
        (scope, trip) -> dispatching.change(scope, trip, body));
  }

  @Allowed("cancel-trip")
  @DeleteMapping("/{code}")
  Answered<TripView> cancelTrip(
      @PathVariable UUID conference, @PathVariable String code, @Versioned CommandRequest request) {
    return edit(request, conference, "cancel-trip", code, dispatching::cancel);
  }

  @Allowed("replace-vehicle")
  @PutMapping("/{code}/vehicle")
  Answered<TripView> replaceVehicle(
      @PathVariable UUID conference,
      @PathVariable String code,
      @RequestBody @Valid VehicleBody body,
      @Versioned CommandRequest request) {
    return edit(
        request,
        conference,
        "replace-vehicle",
        code,
        (scope, trip) -> dispatching.replaceVehicle(scope, trip, body.command()));
  }

  @Allowed("retime-trip")
  @PutMapping("/{code}/departure")
  Answered<TripView> retimeTrip(
      @PathVariable UUID conference,
      @PathVariable String code,
      @RequestBody @Valid DepartureBody body,
      @Versioned CommandRequest request) {
    return edit(
        request,
        conference,
        "retime-trip",
        code,
        (scope, trip) -> dispatching.retime(scope, trip, body.command()));
  }

  private Answered<TripView> edit(
      CommandRequest request,
      UUID conference,
      String action,
      String code,
      BiFunction<ChangeScope, Trip, Trip> work) {
    return desk.edit(request, conference, action, () -> get(conference, code), SHOWN, work);
  }

  private Trip get(UUID conference, String code) {
    conferences.mustExist(conference);
    return trips.get(conference, code);
  }
}
