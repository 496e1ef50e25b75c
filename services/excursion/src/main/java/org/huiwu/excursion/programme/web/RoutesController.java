package org.huiwu.excursion.programme.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.huiwu.excursion.programme.Programme;
import org.huiwu.excursion.programme.Route;
import org.huiwu.excursion.programme.persistence.Routes;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Routes over HTTP.
@Tag(name = "routes", description = "Excursion routes")
@RestController
@RequestMapping("/conferences/{conference}/routes")
class RoutesController {
  private static final Shown<Route, Route> SHOWN = Shown.asItIs(Route::version);

  private final ChangeDesk desk;
  private final Conferences conferences;
  private final Routes routes;
  private final Programme programme;

  RoutesController(ChangeDesk desk, Conferences conferences, Routes routes, Programme programme) {
    this.desk = desk;
    this.conferences = conferences;
    this.routes = routes;
    this.programme = programme;
  }

  @Operation(operationId = "planRoutes", summary = "Plan routes, all or none")
  @Allowed("plan-routes")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Answered<List<Route>> plan(
      @PathVariable UUID conference,
      @RequestBody List<@NotNull @Valid PlanRouteBody> bodies,
      @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "plan-routes",
        scope -> {
          conferences.mustExist(conference);
          var planned = bodies.stream().map(PlanRouteBody::route).toList();
          programme.plan(scope, planned);
          return Reply.createdAll(planned);
        });
  }

  @Operation(operationId = "listRoutes", summary = "All routes, cancelled ones too")
  @Allowed("read-routes")
  @GetMapping
  List<Route> all(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    return routes.all(conference);
  }

  @Operation(operationId = "getRoute", summary = "One route")
  @Allowed("read-routes")
  @GetMapping("/{code}")
  ResponseEntity<Route> one(@PathVariable UUID conference, @PathVariable String code) {
    return SHOWN.answer(get(conference, code));
  }

  @Operation(operationId = "changeRoute", summary = "Change a route; what is left out stays")
  @Allowed("change-route")
  @PatchMapping("/{code}")
  Answered<Route> change(
      @PathVariable UUID conference,
      @PathVariable String code,
      @RequestBody @Valid ChangeRouteBody body,
      @Versioned CommandRequest request) {
    return desk.edit(
        request,
        conference,
        "change-route",
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

  @Operation(
      operationId = "cancelRoute",
      summary = "Cancel a route: its members leave, its stops are cancelled")
  @Allowed("cancel-route")
  @DeleteMapping("/{code}")
  Answered<Route> cancel(
      @PathVariable UUID conference, @PathVariable String code, @Versioned CommandRequest request) {
    return desk.edit(
        request,
        conference,
        "cancel-route",
        () -> get(conference, code),
        SHOWN,
        (scope, current) -> current.cancelled() ? current : programme.cancel(scope, current));
  }

  private Route get(UUID conference, String code) {
    conferences.mustExist(conference);
    return routes.get(conference, code);
  }
}
