package org.huiwu.registration.roster.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.registration.conference.Conferences;
import org.huiwu.registration.roster.Roster;
import org.huiwu.registration.roster.RosterIssues;
import org.huiwu.registration.roster.Rosters;
import org.huiwu.registration.roster.Upload;
import org.huiwu.registration.roster.importing.RosterImports;
import org.huiwu.registration.roster.reading.RosterReader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Rosters over HTTP.
@RestController
@RequestMapping("/conferences/{conference}")
class RostersController {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String ACTION = "import-roster";

  /// @param status `reading`, `done` or `refused`
  /// @param people how many went in
  /// @param waiting how many cells wait for a clerk
  /// @param change null until done, and if nobody went in
  record RosterView(
      UUID id,
      String file,
      String delegation,
      String status,
      int people,
      int waiting,
      @Nullable UUID change) {

    static RosterView of(Roster r) {
      return new RosterView(
          r.id(),
          r.file(),
          r.delegation(),
          r.status().name().toLowerCase(Locale.ROOT),
          r.people(),
          r.waiting(),
          r.change());
    }
  }

  /// A cell that waits; row 0 is the file as a whole (FORMAT.md, `issues.csv`).
  record IssueView(
      UUID roster,
      String file,
      String sheet,
      int row,
      String column,
      String field,
      String value,
      String reason) {

    static IssueView of(RosterIssues.Filed filed) {
      var issue = filed.issue();
      return new IssueView(
          filed.roster(),
          filed.file(),
          issue.sheet(),
          issue.row(),
          issue.column(),
          issue.field(),
          issue.value(),
          issue.reason());
    }
  }

  private final ChangeDesk desk;
  private final Conferences conferences;
  private final Rosters rosters;
  private final RosterIssues issues;
  private final RosterImports imports;

  RostersController(
      ChangeDesk desk,
      Conferences conferences,
      Rosters rosters,
      RosterIssues issues,
      RosterImports imports) {
    this.desk = desk;
    this.conferences = conferences;
    this.rosters = rosters;
    this.issues = issues;
    this.imports = imports;
  }

  /// Stores the file first, then reads it; answers when that is done, and after two seconds anyway.
  ///
  /// @param name the file's, e.g. `rosters/GD.xlsx`: without folders and ending the delegation's
  ///   code
  @PostMapping(path = "/rosters", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<RosterView> upload(
      @PathVariable UUID conference,
      @RequestParam @NotBlank @Size(max = 200) String name,
      @RequestBody(required = false) byte @Nullable [] content,
      CommandRequest request) {
    var id = idFor(conference, request);
    desk.change(
        request,
        conference,
        ACTION,
        _ -> {
          conferences.mustExist(conference);
          rosters.add(upload(id, conference, name, content, request.origin()));
          return new Reply<>(202, id, null);
        });
    imports.take(conference, id, PATIENCE);
    var roster = rosters.get(conference, id);
    var answer = ResponseEntity.accepted();
    if (roster.change() != null) {
      answer.header(ChangeDesk.CHANGE_HEADER, roster.change().toString());
    }
    return answer.body(RosterView.of(roster));
  }

  @GetMapping("/rosters")
  List<RosterView> all(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    return rosters.all(conference).stream().map(RosterView::of).toList();
  }

  @GetMapping("/rosters/{roster}")
  RosterView one(@PathVariable UUID conference, @PathVariable UUID roster) {
    conferences.mustExist(conference);
    return RosterView.of(rosters.get(conference, roster));
  }

  /// The cells that wait for a clerk, of one roster or of all.
  @GetMapping("/roster-issues")
  List<IssueView> issues(
      @PathVariable UUID conference, @RequestParam(required = false) @Nullable UUID roster) {
    conferences.mustExist(conference);
    return issues.all(conference, roster).stream().map(IssueView::of).toList();
  }

  /// The same key is the same upload, whatever became of its answer.
  private static UUID idFor(UUID conference, CommandRequest request) {
    var asked = "roster/" + conference + '/' + request.key();
    return UUID.nameUUIDFromBytes(asked.getBytes(StandardCharsets.UTF_8));
  }

  private static Upload upload(
      UUID id, UUID conference, String name, byte @Nullable [] content, Origin origin) {
    return new Upload(
        id,
        conference,
        name,
        RosterReader.delegationOf(name),
        content == null ? new byte[0] : content,
        UUID.randomUUID(),
        origin,
        0,
        0);
  }
}
