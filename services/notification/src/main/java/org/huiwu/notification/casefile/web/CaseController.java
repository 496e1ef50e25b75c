package org.huiwu.notification.casefile.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.casefile.CaseBrief;
import org.huiwu.notification.casefile.CaseFile;
import org.huiwu.notification.casefile.CaseFiles;
import org.huiwu.notification.casefile.CaseFilter;
import org.huiwu.notification.casefile.CaseLists;
import org.huiwu.notification.casefile.Settlements;
import org.huiwu.notification.feed.DeskKinds;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.problem.ProblemException.Malformed;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Each change with all that has become of it until everybody knows.
@RestController
@RequestMapping("/conferences/{conference}/cases")
class CaseController {
  private static final int LONGEST_LIST = 500;

  /// @param contact left out: all recipients
  /// @param manifest left out: all that are the business of the role in which the caller acts
  record SettlementBody(
      @Nullable @Size(max = 80) String contact,
      @Nullable @Size(max = 120) String manifest,
      @NotBlank @Size(max = 500) String reason) {}

  private final CaseFiles files;
  private final CaseLists lists;
  private final Settlements settlements;
  private final ChangeDesk desk;

  CaseController(CaseFiles files, CaseLists lists, Settlements settlements, ChangeDesk desk) {
    this.files = files;
    this.lists = lists;
    this.settlements = settlements;
    this.desk = desk;
  }

  /// The newest first.
  ///
  /// @param state all, open (goes on, stalled or parked), settled (recipients outstanding) or
  ///   closed
  /// @param since only changes with a number above
  /// @param before only changes with a number below: the last of the page before
  @Allowed("read-changes")
  @GetMapping
  List<CaseBrief> list(
      @PathVariable UUID conference,
      @RequestParam(defaultValue = "all") String state,
      @RequestParam(defaultValue = "0") long since,
      @RequestParam(defaultValue = "9223372036854775807") long before,
      @RequestParam(defaultValue = "100") int limit) {
    var filter = CaseFilter.of(state).orElseThrow(() -> new Malformed("case-state-unknown", state));
    return lists.page(conference, filter, since, before, Math.clamp(limit, 1, LONGEST_LIST));
  }

  @Allowed("read-changes")
  @GetMapping("/{change}")
  CaseFile file(@PathVariable UUID conference, @PathVariable UUID change) {
    return files.find(conference, change).orElseThrow(() -> new Missing("change-unknown", change));
  }

  @Allowed("settle-case")
  @PostMapping("/{change}/settlements")
  @ResponseStatus(HttpStatus.CREATED)
  Answered<Settlements.Settled> settle(
      @PathVariable UUID conference,
      @PathVariable UUID change,
      @RequestBody @Valid SettlementBody body,
      @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "settle-case",
        _ -> {
          var role = request.origin().role();
          if (body.manifest() != null) {
            DeskKinds.mustHold(role, body.manifest());
          }
          return Reply.createdAll(
              settlements.settle(
                  conference,
                  change,
                  body.contact(),
                  body.manifest(),
                  DeskKinds.of(List.of(role)),
                  request.origin().actor(),
                  body.reason()));
        });
  }
}
