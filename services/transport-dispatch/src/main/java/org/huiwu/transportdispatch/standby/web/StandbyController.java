package org.huiwu.transportdispatch.standby.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.command.Shown;
import org.huiwu.platform.web.command.Versioned;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.transportdispatch.standby.StandbyPool;
import org.huiwu.transportdispatch.standby.StandbyVehicle;
import org.huiwu.transportdispatch.standby.StandbyVehicle.State;
import org.huiwu.transportdispatch.standby.StandbyVehicles;
import org.huiwu.transportdispatch.upstream.Conferences;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The stand-by. No other service uses it; what becomes of it is told to the desks' pages.
@RestController
@RequestMapping("/conferences/{conference}/standby")
class StandbyController {
  private static final Shown<StandbyVehicle, StandbyVehicle> SHOWN =
      Shown.asItIs(StandbyVehicle::version);

  private final ChangeDesk desk;
  private final Conferences conferences;
  private final StandbyVehicles vehicles;
  private final StandbyPool pool;

  StandbyController(
      ChangeDesk desk, Conferences conferences, StandbyVehicles vehicles, StandbyPool pool) {
    this.desk = desk;
    this.conferences = conferences;
    this.vehicles = vehicles;
    this.pool = pool;
  }

  @Allowed("add-standby")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Answered<List<StandbyVehicle>> addStandby(
      @PathVariable UUID conference,
      @RequestBody List<@NotNull @Valid StandbyBody> body,
      @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "add-standby",
        scope -> {
          conferences.mustExist(conference);
          return Reply.createdAll(pool.add(scope, body.stream().map(StandbyBody::added).toList()));
        });
  }

  @Allowed("read-standby")
  @GetMapping
  List<StandbyVehicle> listStandby(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    return vehicles.all(conference);
  }

  @Allowed("read-standby")
  @GetMapping("/{plate}")
  ResponseEntity<StandbyVehicle> showStandby(
      @PathVariable UUID conference, @PathVariable String plate) {
    conferences.mustExist(conference);
    var vehicle = vehicles.get(conference, plate);
    return ResponseEntity.ok().eTag("\"" + vehicle.version() + "\"").body(vehicle);
  }

  @Allowed("change-standby")
  @PatchMapping("/{plate}")
  Answered<StandbyVehicle> changeStandby(
      @PathVariable UUID conference,
      @PathVariable String plate,
      @RequestBody @Valid StandbyBody body,
      @Versioned CommandRequest request) {
    return desk.edit(
        request,
        conference,
        "change-standby",
        () -> standing(conference, plate),
        SHOWN,
        (scope, current) -> {
          var said = body.appliedTo(current);
          return said.equals(current) ? current : pool.change(scope, said);
        });
  }

  @Allowed("remove-standby")
  @DeleteMapping("/{plate}")
  Answered<StandbyVehicle> removeStandby(
      @PathVariable UUID conference,
      @PathVariable String plate,
      @Versioned CommandRequest request) {
    return desk.edit(
        request,
        conference,
        "remove-standby",
        () -> standing(conference, plate),
        SHOWN,
        pool::remove);
  }

  /// One that was called is the trip's now: it is changed there.
  private StandbyVehicle standing(UUID conference, String plate) {
    conferences.mustExist(conference);
    var vehicle = vehicles.get(conference, plate);
    if (vehicle.state() == State.CALLED) {
      throw new Conflict("standby-called", plate, vehicle.trip());
    }
    return vehicle;
  }
}
