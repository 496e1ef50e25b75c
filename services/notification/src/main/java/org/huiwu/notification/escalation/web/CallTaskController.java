package org.huiwu.notification.escalation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.escalation.CallDesk;
import org.huiwu.notification.escalation.CallSheet;
import org.huiwu.notification.escalation.CallSheets;
import org.huiwu.notification.escalation.CallTask;
import org.huiwu.notification.escalation.CallTask.Outcome;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The calls that the duty room is to make. Numbers and what to read out are for the duty room
/// only; a command is answered without them, because answers are kept.
@RestController
@RequestMapping("/conferences/{conference}/call-tasks")
class CallTaskController {
  private static final int LONGEST_LIST = 500;

  /// @param takeOver although somebody else has it
  record Assignment(@Nullable Boolean takeOver) {}

  /// @param name who acknowledged on the phone
  /// @param version that was read out to them
  record Report(
      @NotNull Outcome outcome,
      @Nullable @Size(max = 100) String name,
      @Nullable @Positive Long version,
      @Nullable @Size(max = 500) String note) {}

  private final CallDesk calls;
  private final CallSheets sheets;
  private final ChangeDesk desk;

  CallTaskController(CallDesk calls, CallSheets sheets, ChangeDesk desk) {
    this.calls = calls;
    this.sheets = sheets;
    this.desk = desk;
  }

  /// Those that are open first, the most pressing of them first; without what to read out.
  ///
  /// @param open false: those that are closed, too
  @Allowed("read-call-tasks")
  @GetMapping
  List<CallSheet> all(
      @PathVariable UUID conference,
      @RequestParam(defaultValue = "true") boolean open,
      @RequestParam(defaultValue = "100") int limit) {
    return sheets.all(conference, open, Math.clamp(limit, 1, LONGEST_LIST));
  }

  /// With what to read out.
  @Allowed("read-call-tasks")
  @GetMapping("/{id}")
  CallSheet one(@PathVariable UUID conference, @PathVariable UUID id) {
    return sheets
        .find(conference, id, LocaleContextHolder.getLocale())
        .orElseThrow(() -> new Missing("call-task-unknown", id));
  }

  @Allowed("take-call-task")
  @PostMapping("/{id}/assignments")
  @ResponseStatus(HttpStatus.CREATED)
  Answered<CallTask> take(
      @PathVariable UUID conference,
      @PathVariable UUID id,
      @RequestBody @Valid Assignment body,
      @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "take-call-task",
        _ ->
            Reply.created(
                calls.take(
                    conference, id, request.origin().actor(), Boolean.TRUE.equals(body.takeOver())),
                1));
  }

  @Allowed("report-call")
  @PostMapping("/{id}/outcomes")
  @ResponseStatus(HttpStatus.CREATED)
  Answered<CallTask> report(
      @PathVariable UUID conference,
      @PathVariable UUID id,
      @RequestBody @Valid Report body,
      @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "report-call",
        _ ->
            Reply.created(
                calls.report(
                    conference,
                    id,
                    request.origin().actor(),
                    new CallDesk.Report(body.outcome(), body.name(), body.version(), body.note())),
                1));
  }
}
