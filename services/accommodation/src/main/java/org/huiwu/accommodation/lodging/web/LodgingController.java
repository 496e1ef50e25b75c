package org.huiwu.accommodation.lodging.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huiwu.accommodation.lodging.AssignLodging;
import org.huiwu.accommodation.lodging.Lodging;
import org.huiwu.accommodation.lodging.Lodgings;
import org.huiwu.accommodation.lodging.RehouseDelegation;
import org.huiwu.accommodation.lodging.Rehousing;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// In which hotel each delegation lodges, from which date on.
@RestController
@RequestMapping("/conferences/{conference}/lodgings")
class LodgingController {
  private static final Shown<Lodging, Lodging> SHOWN = Shown.asItIs(Lodging::version);

  record AssignLodgingBody(
      @NotBlank @Size(max = 40) String delegation, @NotBlank @Size(max = 40) String hotel) {}

  /// @param from local date: the first night in the new hotel
  record RehouseBody(@NotBlank @Size(max = 40) String hotel, @NotNull LocalDate from) {}

  private final ChangeDesk desk;
  private final Conferences conferences;
  private final Lodgings lodgings;
  private final Rehousing rehousing;

  LodgingController(
      ChangeDesk desk, Conferences conferences, Lodgings lodgings, Rehousing rehousing) {
    this.desk = desk;
    this.conferences = conferences;
    this.lodgings = lodgings;
    this.rehousing = rehousing;
  }

  @Allowed("assign-lodgings")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Answered<List<Lodging>> assignLodgings(
      @PathVariable UUID conference,
      @RequestBody @NotEmpty List<@NotNull @Valid AssignLodgingBody> body,
      @Keyed CommandRequest request) {
    var commands = body.stream().map(b -> new AssignLodging(b.delegation(), b.hotel())).toList();
    return desk.change(
        request,
        conference,
        "assign-lodgings",
        scope -> {
          conferences.mustExist(conference);
          return Reply.createdAll(rehousing.assign(scope, commands));
        });
  }

  @Allowed("read-lodgings")
  @GetMapping
  List<Lodging> allLodgings(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    return lodgings.all(conference);
  }

  @Allowed("read-lodgings")
  @GetMapping("/{delegation}")
  ResponseEntity<Lodging> lodging(@PathVariable UUID conference, @PathVariable String delegation) {
    return SHOWN.answer(get(conference, delegation));
  }

  @Allowed("rehouse")
  @PostMapping("/{delegation}/rehousings")
  Answered<Lodging> rehouse(
      @PathVariable UUID conference,
      @PathVariable String delegation,
      @RequestBody @Valid RehouseBody body,
      @Versioned CommandRequest request) {
    return desk.edit(
        request,
        conference,
        "rehouse",
        () -> get(conference, delegation),
        SHOWN,
        (scope, current) ->
            rehousing.rehouse(scope, current, new RehouseDelegation(body.hotel(), body.from())));
  }

  private Lodging get(UUID conference, String delegation) {
    conferences.mustExist(conference);
    return lodgings
        .find(conference, delegation)
        .orElseThrow(() -> new Missing("lodging-unknown", delegation));
  }
}
