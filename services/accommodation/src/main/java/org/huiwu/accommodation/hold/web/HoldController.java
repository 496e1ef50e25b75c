package org.huiwu.accommodation.hold.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huiwu.accommodation.hold.Hold;
import org.huiwu.accommodation.hold.HoldRooms;
import org.huiwu.accommodation.hold.Holding;
import org.huiwu.accommodation.hold.Holds;
import org.huiwu.accommodation.upstream.Conferences;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.command.Shown;
import org.huiwu.platform.web.command.Versioned;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.jspecify.annotations.Nullable;
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

/// Rooms kept for organisations.
@RestController
@RequestMapping("/conferences/{conference}/holds")
class HoldController {
  private static final Shown<Hold, Hold> SHOWN = Shown.asItIs(Hold::version);

  /// @param from local date of the first night
  /// @param to local date on which the rooms are free again
  record HoldRoomsBody(
      @NotBlank @Size(max = 120) String organisation,
      @NotBlank @Size(max = 40) String hotel,
      @Min(1) @Max(10_000) int rooms,
      @NotNull LocalDate from,
      @NotNull LocalDate to) {}

  /// A field left out stays as it is.
  record ChangeHoldBody(
      @Nullable @Pattern(regexp = "\\s*\\S.*") @Size(max = 120) String organisation,
      @Nullable @Size(min = 1, max = 40) String hotel,
      @Nullable @Min(1) @Max(10_000) Integer rooms,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {

    HoldRooms over(HoldRooms asked) {
      return new HoldRooms(
          organisation == null ? asked.organisation() : organisation,
          hotel == null ? asked.hotel() : hotel,
          rooms == null ? asked.rooms() : rooms,
          from == null ? asked.from() : from,
          to == null ? asked.to() : to);
    }
  }

  /// @param given the numbers of the rooms it has so far; fewer than `hold.rooms` when the hotel
  ///   has no more
  record HeldRooms(Hold hold, List<String> given) {}

  private final ChangeDesk desk;
  private final Conferences conferences;
  private final Holds holds;
  private final Holding holding;

  HoldController(ChangeDesk desk, Conferences conferences, Holds holds, Holding holding) {
    this.desk = desk;
    this.conferences = conferences;
    this.holds = holds;
    this.holding = holding;
  }

  @Allowed("hold-rooms")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Answered<Hold> holdRooms(
      @PathVariable UUID conference,
      @RequestBody @Valid HoldRoomsBody body,
      @Keyed CommandRequest request) {
    var command =
        new HoldRooms(body.organisation(), body.hotel(), body.rooms(), body.from(), body.to());
    return desk.change(
        request,
        conference,
        "hold-rooms",
        scope -> {
          conferences.mustExist(conference);
          var hold = holding.hold(scope, UUID.randomUUID(), command);
          return Reply.created(hold, hold.version());
        });
  }

  @Allowed("read-holds")
  @GetMapping
  List<Hold> allHolds(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    return holds.all(conference);
  }

  @Allowed("read-holds")
  @GetMapping("/{id}")
  ResponseEntity<Hold> hold(@PathVariable UUID conference, @PathVariable UUID id) {
    return SHOWN.answer(get(conference, id));
  }

  @Allowed("read-holds")
  @GetMapping("/{id}/rooms")
  HeldRooms heldRooms(@PathVariable UUID conference, @PathVariable UUID id) {
    return new HeldRooms(get(conference, id), holds.roomsOf(conference, id));
  }

  @Allowed("change-hold")
  @PatchMapping("/{id}")
  Answered<Hold> changeHold(
      @PathVariable UUID conference,
      @PathVariable UUID id,
      @RequestBody @Valid ChangeHoldBody body,
      @Versioned CommandRequest request) {
    return desk.edit(
        request,
        conference,
        "change-hold",
        () -> get(conference, id),
        SHOWN,
        (scope, current) -> holding.change(scope, current, body.over(current.asked())));
  }

  @Allowed("cancel-hold")
  @DeleteMapping("/{id}")
  Answered<Hold> cancelHold(
      @PathVariable UUID conference, @PathVariable UUID id, @Versioned CommandRequest request) {
    return desk.edit(
        request, conference, "cancel-hold", () -> get(conference, id), SHOWN, holding::cancel);
  }

  private Hold get(UUID conference, UUID id) {
    return holds.find(conference, id).orElseThrow(() -> new Missing("hold-unknown", id));
  }
}
