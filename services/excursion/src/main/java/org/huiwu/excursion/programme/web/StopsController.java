package org.huiwu.excursion.programme.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.huiwu.excursion.programme.Programme;
import org.huiwu.excursion.programme.Stop;
import org.huiwu.excursion.programme.persistence.Stops;
import org.huiwu.excursion.upstream.Conferences;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.command.Shown;
import org.huiwu.platform.web.command.Versioned;
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

/// Stops over HTTP.
@Tag(name = "stops", description = "Sites that the routes visit")
@RestController
@RequestMapping("/conferences/{conference}/stops")
class StopsController {
  private static final Shown<Stop, Stop> SHOWN = Shown.asItIs(Stop::version);

  private final ChangeDesk desk;
  private final Conferences conferences;
  private final Stops stops;
  private final Programme programme;

  StopsController(ChangeDesk desk, Conferences conferences, Stops stops, Programme programme) {
    this.desk = desk;
    this.conferences = conferences;
    this.stops = stops;
    this.programme = programme;
  }

  @Operation(operationId = "planStops", summary = "Plan stops, all or none")
  @Allowed("plan-stops")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Answered<List<Stop>> plan(
      @PathVariable UUID conference,
      @RequestBody List<@NotNull @Valid PlanStopBody> bodies,
      @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "plan-stops",
        scope -> {
          conferences.mustExist(conference);
          var planned = bodies.stream().map(PlanStopBody::stop).toList();
          programme.planStops(scope, planned);
          return Reply.createdAll(planned);
        });
  }

  @Operation(
      operationId = "listStops",
      summary = "All stops by route, in the order of the visit, cancelled ones too")
  @Allowed("read-stops")
  @GetMapping
  List<Stop> all(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    return stops.all(conference);
  }

  @Operation(operationId = "getStop", summary = "One stop")
  @Allowed("read-stops")
  @GetMapping("/{code}")
  ResponseEntity<Stop> one(@PathVariable UUID conference, @PathVariable String code) {
    return SHOWN.answer(get(conference, code));
  }

  @Operation(operationId = "changeStop", summary = "Change a stop; what is left out stays")
  @Allowed("change-stop")
  @PatchMapping("/{code}")
  Answered<Stop> change(
      @PathVariable UUID conference,
      @PathVariable String code,
      @RequestBody @Valid ChangeStopBody body,
      @Versioned CommandRequest request) {
    return desk.edit(
        request,
        conference,
        "change-stop",
        () -> get(conference, code),
        SHOWN,
        (scope, current) -> {
          var next = body.of(current);
          if (next.state().equals(current.state())) {
            return current;
          }
          programme.change(scope, current, next);
          return next;
        });
  }

  @Operation(operationId = "retimeStop", summary = "Change when the buses reach a stop")
  @Allowed("retime-stop")
  @PutMapping("/{code}/arrival")
  Answered<Stop> retime(
      @PathVariable UUID conference,
      @PathVariable String code,
      @RequestBody @Valid RetimeStopBody body,
      @Versioned CommandRequest request) {
    return desk.edit(
        request,
        conference,
        "retime-stop",
        () -> get(conference, code),
        SHOWN,
        (scope, current) -> {
          if (body.arrives().equals(current.arrives())) {
            return current;
          }
          var next = current.arriving(body.arrives());
          programme.retime(scope, current, next);
          return next;
        });
  }

  @Operation(operationId = "cancelStop", summary = "Cancel a stop: its list closes")
  @Allowed("cancel-stop")
  @DeleteMapping("/{code}")
  Answered<Stop> cancel(
      @PathVariable UUID conference, @PathVariable String code, @Versioned CommandRequest request) {
    return desk.edit(
        request,
        conference,
        "cancel-stop",
        () -> get(conference, code),
        SHOWN,
        (scope, current) -> current.cancelled() ? current : programme.cancel(scope, current));
  }

  private Stop get(UUID conference, String code) {
    conferences.mustExist(conference);
    return stops.get(conference, code);
  }
}
