package org.huiwu.notification.gate.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiwu.notification.gate.Departing;
import org.huiwu.notification.gate.Gate;
import org.huiwu.notification.gate.GateBoard;
import org.huiwu.platform.web.access.Acting;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Whether a bus may leave, and that it has left. Whom to call at a site is told to the duty room
/// and to liaisons.
@RestController
@RequestMapping("/conferences/{conference}/gates")
class GateController {
  private static final Set<String> WHO_MAY_CALL = Set.of("duty", "liaison");

  /// @param happenedAt local to the conference, by the clock of the phone
  /// @param reason needed when the gate is not green
  record Body(@NotNull LocalDateTime happenedAt, @Nullable @Size(max = 500) String reason) {}

  private final GateBoard board;
  private final Departing departing;
  private final ChangeDesk desk;

  GateController(GateBoard board, Departing departing, ChangeDesk desk) {
    this.board = board;
    this.departing = departing;
    this.desk = desk;
  }

  @Allowed("read-gates")
  @GetMapping
  List<Gate> all(@PathVariable UUID conference) {
    return board.all(conference, mayCall());
  }

  @Allowed("read-gates")
  @GetMapping("/{trip}")
  Gate one(@PathVariable UUID conference, @PathVariable String trip) {
    return board
        .find(conference, trip, mayCall())
        .orElseThrow(() -> new Missing("trip-unknown", trip));
  }

  @Allowed("report-departure")
  @PostMapping("/{trip}/departures")
  @ResponseStatus(HttpStatus.CREATED)
  Answered<Departing.Departure> depart(
      @PathVariable UUID conference,
      @PathVariable String trip,
      @RequestBody @Valid Body body,
      @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "report-departure",
        _ ->
            Reply.created(
                departing.depart(
                    conference, trip, body.happenedAt(), body.reason(), request.origin().actor()),
                1));
  }

  private static boolean mayCall() {
    return Acting.current().map(Acting::role).filter(WHO_MAY_CALL::contains).isPresent();
  }
}
