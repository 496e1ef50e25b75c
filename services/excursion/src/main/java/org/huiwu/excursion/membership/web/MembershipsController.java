package org.huiwu.excursion.membership.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.huiwu.excursion.membership.Boarding;
import org.huiwu.excursion.membership.Membership;
import org.huiwu.excursion.membership.Memberships;
import org.huiwu.excursion.membership.SwitchRoute;
import org.huiwu.excursion.membership.SwitchRoute.Decision;
import org.huiwu.excursion.membership.messaging.Published;
import org.huiwu.excursion.upstream.Conferences;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.command.Versioned;
import org.huiwu.platform.web.problem.ProblemException;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who goes where, over HTTP.
@Tag(name = "memberships", description = "Each person's route and bus")
@RestController
@RequestMapping("/conferences/{conference}/memberships")
class MembershipsController {
  private final ChangeDesk desk;
  private final Conferences conferences;
  private final Memberships memberships;
  private final Boarding boarding;

  MembershipsController(
      ChangeDesk desk, Conferences conferences, Memberships memberships, Boarding boarding) {
    this.desk = desk;
    this.conferences = conferences;
    this.memberships = memberships;
    this.boarding = boarding;
  }

  @Operation(
      operationId = "listMemberships",
      summary = "Everybody, withdrawn people too; of one route, or with an empty one of none")
  @Allowed("read-memberships")
  @GetMapping
  List<MembershipView> all(
      @PathVariable UUID conference, @RequestParam(required = false) @Nullable String route) {
    conferences.mustExist(conference);
    var found =
        route == null ? memberships.all(conference) : memberships.onRoute(conference, route);
    return found.stream().map(MembershipView::of).toList();
  }

  @Operation(operationId = "getMembership", summary = "One person's route and bus")
  @Allowed("read-memberships")
  @GetMapping("/{person}")
  ResponseEntity<MembershipView> one(@PathVariable UUID conference, @PathVariable String person) {
    conferences.mustExist(conference);
    var membership = get(conference, person);
    return ResponseEntity.ok()
        .eTag("\"" + membership.version() + "\"")
        .body(MembershipView.of(membership));
  }

  @Operation(
      operationId = "switchRoute",
      summary = "Change one person's route; the bus with the most free seats takes them")
  @Allowed("switch-route")
  @PutMapping("/{person}/route")
  Answered<MembershipView> switchRoute(
      @PathVariable UUID conference,
      @PathVariable String person,
      @RequestBody @Valid SwitchRouteBody body,
      @Versioned CommandRequest request) {
    return desk.change(
        request,
        conference,
        "switch-route",
        scope -> {
          conferences.mustExist(conference);
          var current = get(conference, person);
          request.mustMatch(current.version(), MembershipView.of(current));
          var next = switchRoute(scope, current, new SwitchRoute(person, body.route()));
          return Reply.ok(MembershipView.of(next), next.version());
        });
  }

  private Membership switchRoute(ChangeScope scope, Membership current, SwitchRoute command) {
    return switch (boarding.switchRoute(
        scope.conference(), current, command, new Published(scope))) {
      case Decision.Decided _ -> get(scope.conference(), command.person());
      case Decision.Unchanged _ -> current;
      case Decision.Refused(var why) -> throw problem(why, command);
    };
  }

  private static ProblemException problem(SwitchRoute.Refusal why, SwitchRoute command) {
    return switch (why) {
      case PERSON_WITHDRAWN -> new Refused("person-withdrawn");
      case ROUTE_UNKNOWN -> new Refused("route-unknown", command.route());
      case ROUTE_CANCELLED -> new Refused("route-cancelled", command.route());
    };
  }

  private Membership get(UUID conference, String person) {
    return memberships
        .find(conference, person)
        .orElseThrow(() -> new Missing("membership-unknown"));
  }
}
