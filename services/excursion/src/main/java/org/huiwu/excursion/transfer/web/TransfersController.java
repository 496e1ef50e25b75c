package org.huiwu.excursion.transfer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiwu.excursion.membership.Hindrance;
import org.huiwu.excursion.membership.Membership;
import org.huiwu.excursion.membership.Memberships;
import org.huiwu.excursion.membership.messaging.Published;
import org.huiwu.excursion.transfer.Transfer;
import org.huiwu.excursion.transfer.TransferCommand.ApplyTransfer;
import org.huiwu.excursion.transfer.TransferCommand.DismissTransfer;
import org.huiwu.excursion.transfer.Transferring;
import org.huiwu.excursion.transfer.Transferring.Asked;
import org.huiwu.excursion.transfer.Transferring.Outcome;
import org.huiwu.excursion.transfer.Transferring.Settled;
import org.huiwu.excursion.transfer.Transfers;
import org.huiwu.excursion.transfer.messaging.TransfersPublished;
import org.huiwu.excursion.upstream.Conferences;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.command.Versioned;
import org.huiwu.platform.web.problem.ProblemException;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.huiwu.platform.web.problem.ProblemException.VersionStale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What liaisons decided on the road, and what the desk makes of it, over HTTP.
@Tag(name = "transfers", description = "People whom a liaison moved to another bus or route")
@RestController
@RequestMapping("/conferences/{conference}/transfers")
class TransfersController {
  private final ChangeDesk desk;
  private final Conferences conferences;
  private final Memberships memberships;
  private final Transfers transfers;
  private final Transferring transferring;

  TransfersController(
      ChangeDesk desk,
      Conferences conferences,
      Memberships memberships,
      Transfers transfers,
      Transferring transferring) {
    this.desk = desk;
    this.conferences = conferences;
    this.memberships = memberships;
    this.transfers = transfers;
    this.transferring = transferring;
  }

  @Operation(
      operationId = "askTransfer",
      summary = "Move somebody from a phone; waits for the desk when the phone's plan was stale")
  @Allowed("transfer")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Answered<TransferView> ask(
      @PathVariable UUID conference,
      @RequestBody @Valid TransferBody body,
      @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "transfer",
        scope -> {
          conferences.mustExist(conference);
          var asked =
              new Asked(
                  UUID.randomUUID(),
                  body.command(),
                  request.origin().receivedAt().truncatedTo(ChronoUnit.MILLIS),
                  request.origin().actor());
          var transfer =
              transferring.ask(
                  conference,
                  member(conference, body.person()),
                  asked,
                  new Published(scope),
                  new TransfersPublished(scope));
          return Reply.created(view(conference, transfer), transfer.version());
        });
  }

  @Operation(
      operationId = "listTransfers",
      summary = "All transfers in the order in which they came in, or those that wait")
  @Allowed("read-transfers")
  @GetMapping
  List<TransferView> all(
      @PathVariable UUID conference, @RequestParam(defaultValue = "false") boolean waiting) {
    conferences.mustExist(conference);
    var found = transfers.all(conference).stream().filter(t -> !waiting || t.isWaiting()).toList();
    Map<String, Membership> now =
        memberships
            .of(conference, found.stream().map(Transfer::person).distinct().toList())
            .stream()
            .collect(Collectors.toMap(Membership::person, Function.identity()));
    return found.stream().map(t -> TransferView.of(t, now.get(t.person()))).toList();
  }

  @Operation(operationId = "getTransfer", summary = "One transfer, and where the person is now")
  @Allowed("read-transfers")
  @GetMapping("/{id}")
  ResponseEntity<TransferView> one(@PathVariable UUID conference, @PathVariable UUID id) {
    conferences.mustExist(conference);
    var transfer = get(conference, id);
    return ResponseEntity.ok()
        .eTag("\"" + transfer.version() + "\"")
        .body(view(conference, transfer));
  }

  @Operation(
      operationId = "settleTransfer",
      summary = "Apply a transfer that waits, or dismiss it with a word")
  @Allowed("settle-transfer")
  @PutMapping("/{id}/settlement")
  Answered<TransferView> settle(
      @PathVariable UUID conference,
      @PathVariable UUID id,
      @RequestBody @Valid SettlementBody body,
      @Versioned CommandRequest request) {
    return desk.change(
        request,
        conference,
        "settle-transfer",
        scope -> {
          conferences.mustExist(conference);
          var transfer = get(conference, id);
          request.mustMatch(transfer.version(), view(conference, transfer));
          var by =
              new Settled(
                  request.origin().actor(),
                  request.origin().receivedAt().truncatedTo(ChronoUnit.MILLIS));
          var outcome =
              body.applies()
                  ? applied(scope, transfer, body, by)
                  : dismissed(scope, transfer, body, by);
          return switch (outcome) {
            case Outcome.Settled(var next) -> Reply.ok(view(conference, next), next.version());
            case Outcome.SettledBefore _ -> throw new Conflict("transfer-settled");
            case Outcome.Hindered(var why) -> throw problem(why, transfer);
          };
        });
  }

  private Outcome applied(ChangeScope scope, Transfer transfer, SettlementBody body, Settled by) {
    var current = member(scope.conference(), transfer.person());
    var seen = body.membership();
    if (seen == null) {
      throw new Refused("transfer-membership-required");
    }
    if (seen != current.version()) {
      throw new VersionStale(seen, current.version(), TransferView.of(transfer, current));
    }
    return transferring.apply(
        scope.conference(),
        current,
        transfer,
        new ApplyTransfer(body.given()),
        by,
        new Published(scope),
        new TransfersPublished(scope));
  }

  private Outcome dismissed(ChangeScope scope, Transfer transfer, SettlementBody body, Settled by) {
    if (body.given().isEmpty()) {
      throw new Refused("transfer-word-required");
    }
    return transferring.dismiss(
        scope.conference(),
        transfer,
        new DismissTransfer(body.given()),
        by,
        new TransfersPublished(scope));
  }

  private static ProblemException problem(Hindrance why, Transfer transfer) {
    return switch (why) {
      case PERSON_WITHDRAWN -> new Refused("person-withdrawn");
      case ROUTE_UNKNOWN -> new Refused("route-unknown", transfer.route());
      case ROUTE_CANCELLED -> new Refused("route-cancelled", transfer.route());
      case BUS_NOT_RUNNING -> new Refused("bus-not-running", transfer.bus(), transfer.route());
      case STALE_BASE -> throw new IllegalStateException("a settlement has no base");
    };
  }

  private TransferView view(UUID conference, Transfer transfer) {
    return TransferView.of(transfer, memberships.find(conference, transfer.person()).orElse(null));
  }

  private Transfer get(UUID conference, UUID id) {
    return transfers
        .find(conference, id)
        .orElseThrow(() -> new Missing("transfer-unknown", id.toString()));
  }

  private Membership member(UUID conference, String person) {
    return memberships
        .find(conference, person)
        .orElseThrow(() -> new Missing("membership-unknown"));
  }
}
