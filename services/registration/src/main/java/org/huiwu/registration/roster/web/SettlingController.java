package org.huiwu.registration.roster.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.huiwu.registration.conference.Conferences;
import org.huiwu.registration.roster.importing.Settling;
import org.huiwu.registration.roster.importing.Settling.RowOfFile;
import org.huiwu.registration.roster.reading.RosterField;
import org.huiwu.registration.text.Storable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The clerk's queue of rows that wait, over HTTP.
@RestController
@RequestMapping("/conferences/{conference}/rosters/{roster}/rows/{row}")
class SettlingController {

  /// @param sheet as the issue says; left out for a delimited file
  /// @param cells what is meant, by field (`arrive`: `2026-06-08 15:00`), in words of the same
  ///   tables as rosters; a field left out stays as it stands in the file
  record SettleBody(
      @Nullable @Size(max = 100) @Storable String sheet,
      @NotNull Map<String, @NotNull @Size(max = 500) @Storable String> cells) {}

  record DismissBody(@Nullable @Size(max = 100) @Storable String sheet) {}

  /// @param person who went in; null if the row was dismissed
  record SettledView(UUID roster, String sheet, int row, @Nullable String person) {}

  private final ChangeDesk desk;
  private final Conferences conferences;
  private final Settling settling;

  SettlingController(ChangeDesk desk, Conferences conferences, Settling settling) {
    this.desk = desk;
    this.conferences = conferences;
    this.settling = settling;
  }

  /// Takes in the person of a row that waits.
  @Allowed("settle-row")
  @PostMapping("/settlement")
  @ResponseStatus(HttpStatus.CREATED)
  Answered<SettledView> settle(
      @PathVariable UUID conference,
      @PathVariable UUID roster,
      @PathVariable int row,
      @RequestBody @Valid SettleBody body,
      @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "settle-row",
        scope -> {
          conferences.mustExist(conference);
          var where = new RowOfFile(roster, sheet(body.sheet()), row);
          var person = settling.settle(scope, where, fields(body.cells()), request.origin());
          return Reply.createdAll(new SettledView(roster, where.sheet(), row, person));
        });
  }

  /// Takes a row from the list, and nobody in: it was settled otherwise.
  @Allowed("dismiss-row")
  @PostMapping("/dismissal")
  Answered<SettledView> dismiss(
      @PathVariable UUID conference,
      @PathVariable UUID roster,
      @PathVariable int row,
      @RequestBody @Valid DismissBody body,
      @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "dismiss-row",
        scope -> {
          conferences.mustExist(conference);
          var where = new RowOfFile(roster, sheet(body.sheet()), row);
          settling.dismiss(scope, where, request.origin());
          return new Reply<>(200, new SettledView(roster, where.sheet(), row, null), null);
        });
  }

  private static String sheet(@Nullable String sheet) {
    return sheet == null ? "" : sheet;
  }

  private static Map<RosterField, String> fields(Map<String, String> cells) {
    Map<RosterField, String> fields = new EnumMap<>(RosterField.class);
    cells.forEach((wire, text) ->
        fields.put(
            RosterField.find(wire).orElseThrow(() -> new Refused("roster-field-unknown", wire)),
            text));
    return fields;
  }
}
