package org.huiwu.registration.conference.web;

import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.access.Caller;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.command.Versioned;
import org.huiwu.registration.conference.Conference;
import org.huiwu.registration.conference.ConferenceNews;
import org.huiwu.registration.conference.Conferences;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Conferences over HTTP.
@RestController
@RequestMapping("/conferences")
class ConferencesController {
  private final ChangeDesk desk;
  private final Conferences conferences;

  ConferencesController(ChangeDesk desk, Conferences conferences) {
    this.desk = desk;
    this.conferences = conferences;
  }

  @Allowed("create-conference")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Answered<Conference> create(
      @RequestBody @Valid CreateConference body, @Keyed CommandRequest request) {
    var conference = body.conference(idFor(request));
    return desk.change(
        request,
        conference.id(),
        "create-conference",
        scope -> {
          conferences.add(conference);
          ConferenceNews.created(scope, conference);
          return Reply.created(conference, conference.version());
        });
  }

  @Allowed("list-conferences")
  @GetMapping
  List<Conference> all(Caller caller) {
    return conferences.all().stream().filter(c -> caller.sees(c.id())).toList();
  }

  @Allowed("read-conference")
  @GetMapping("/{conference}")
  ResponseEntity<Conference> one(@PathVariable UUID conference) {
    var found = conferences.get(conference);
    return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(found);
  }

  @Allowed("correct-conference")
  @PatchMapping("/{conference}")
  Answered<Conference> correct(
      @PathVariable UUID conference,
      @RequestBody @Valid CorrectConference body,
      @Versioned CommandRequest request) {
    return desk.change(
        request,
        conference,
        "correct-conference",
        scope -> {
          var current = conferences.get(conference);
          request.mustMatch(current.version(), current);
          var corrected = body.applied(current);
          if (current.sameAs(corrected)) {
            return Reply.ok(current, current.version());
          }
          conferences.replace(corrected);
          ConferenceNews.corrected(scope, corrected);
          return Reply.ok(corrected, corrected.version());
        });
  }

  /// A conference has no lock before it has an id: the id comes from who asks and their key, so
  /// that a retry takes the same lock and is answered the same.
  private static UUID idFor(CommandRequest request) {
    var asked = "conference/" + request.origin().actor() + '/' + request.key();
    return UUID.nameUUIDFromBytes(asked.getBytes(StandardCharsets.UTF_8));
  }
}
