package org.huiwu.registration.roster.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.registration.conference.Conferences;
import org.huiwu.registration.roster.Roster;
import org.huiwu.registration.roster.RosterContents;
import org.huiwu.registration.roster.Rosters;
import org.huiwu.registration.roster.Upload;
import org.huiwu.registration.roster.importing.RosterImports;
import org.huiwu.registration.roster.reading.RosterReader;
import org.huiwu.registration.text.Storable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Rosters over HTTP.
@RestController
@RequestMapping("/conferences/{conference}/rosters")
class RostersController {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String ACTION = "import-roster";

  private final ChangeDesk desk;
  private final Conferences conferences;
  private final Rosters rosters;
  private final RosterContents contents;
  private final RosterImports imports;
  private final RosterViews views;

  RostersController(
      ChangeDesk desk,
      Conferences conferences,
      Rosters rosters,
      RosterContents contents,
      RosterImports imports,
      RosterViews views) {
    this.desk = desk;
    this.conferences = conferences;
    this.rosters = rosters;
    this.contents = contents;
    this.imports = imports;
    this.views = views;
  }

  /// Stores the file first, then reads it; answers when that is done, and after two seconds anyway:
  /// then `Location` tells how far it has come.
  ///
  /// @param name the file's, e.g. `rosters/GD.xlsx`: without folders and ending the delegation's
  ///   code
  @Allowed("import-roster")
  @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Answered<RosterView> upload(
      @PathVariable UUID conference,
      @RequestParam @NotBlank @Size(max = 200) @Storable String name,
      @RequestBody(required = false) @Nullable InputStreamResource content,
      HttpServletRequest http,
      @Keyed CommandRequest request,
      Locale locale) {
    var id = idFor(conference, request);
    return desk.changeByFile(
        request,
        conference,
        ACTION,
        _ -> {
          conferences.mustExist(conference);
          var delegation = RosterReader.delegationOf(name);
          rosters.add(Upload.begun(id, conference, name, delegation, request.origin()));
          if (content != null) {
            store(conference, id, http);
          }
          return new Reply<>(202, id, null);
        },
        _ -> taken(conference, id, locale));
  }

  /// Reads the newest file of an office once more, with the words that were added meanwhile.
  @Allowed("import-roster")
  @PostMapping("/{roster}/rereading")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Answered<RosterView> reread(
      @PathVariable UUID conference,
      @PathVariable UUID roster,
      @Keyed CommandRequest request,
      Locale locale) {
    var id = idFor(conference, request);
    return desk.change(
        request,
        conference,
        ACTION,
        _ -> {
          conferences.mustExist(conference);
          var read = rosters.get(conference, roster);
          if (read.status() == Roster.Status.READING) {
            throw new Conflict("roster-reading");
          }
          if (rosters
              .findNewest(conference, read.delegation())
              .filter(newest -> newest.id().equals(roster))
              .isEmpty()) {
            throw new Conflict("roster-superseded");
          }
          rosters.add(
              Upload.begun(id, conference, read.file(), read.delegation(), request.origin()));
          contents.copy(conference, roster, id);
          return new Reply<>(202, id, null);
        },
        _ -> taken(conference, id, locale));
  }

  @Allowed("read-rosters")
  @GetMapping
  List<RosterView> all(@PathVariable UUID conference, Locale locale) {
    conferences.mustExist(conference);
    return rosters.all(conference).stream().map(r -> views.view(conference, r, locale)).toList();
  }

  /// How far a roster has come, or what came of it.
  ///
  /// @param wait seconds for which to wait for its end
  @Allowed("read-rosters")
  @GetMapping("/{roster}")
  RosterView one(
      @PathVariable UUID conference,
      @PathVariable UUID roster,
      @RequestParam(defaultValue = "0") @Min(0) @Max(30) int wait,
      Locale locale) {
    conferences.mustExist(conference);
    var found = rosters.get(conference, roster);
    if (wait > 0 && found.status() == Roster.Status.READING) {
      imports.await(conference, roster, Duration.ofSeconds(wait));
      found = rosters.get(conference, roster);
    }
    return views.view(conference, found, locale);
  }

  /// The file's sheets as they are, in part, and what each column is taken for with the words that
  /// are known now; empty for a file that cannot be read as a whole.
  @Allowed("read-rosters")
  @GetMapping("/{roster}/sheets")
  List<SheetView> sheets(@PathVariable UUID conference, @PathVariable UUID roster) {
    conferences.mustExist(conference);
    return views.sheets(conference, rosters.get(conference, roster));
  }

  private ResponseEntity<RosterView> taken(UUID conference, UUID id, Locale locale) {
    var foreseen = imports.take(conference, id, PATIENCE);
    var roster = rosters.get(conference, id);
    var answer =
        ResponseEntity.accepted()
            .location(URI.create("/conferences/" + conference + "/rosters/" + id));
    if (roster.change() != null) {
      answer.header(ChangeDesk.CHANGE_HEADER, roster.change().toString());
    }
    return answer.body(
        foreseen
            .map(difference -> views.foreseen(conference, roster, locale, difference))
            .orElseGet(() -> views.view(conference, roster, locale)));
  }

  /// A preview that has to give way tries the command again: each time from the beginning, which
  /// the request's own stream can be read from, and its body as Spring hands it out cannot.
  private void store(UUID conference, UUID roster, HttpServletRequest http) {
    try (InputStream in = http.getInputStream()) {
      contents.add(conference, roster, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same key is the same upload, whatever became of its answer.
  private static UUID idFor(UUID conference, CommandRequest request) {
    var asked = "roster/" + conference + '/' + request.key();
    return UUID.nameUUIDFromBytes(asked.getBytes(StandardCharsets.UTF_8));
  }
}
