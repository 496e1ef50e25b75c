package org.huiwu.notification.personal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.personal.PersonalLinks;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Links for badges. A link is answered once and kept nowhere: what issues one has no
/// Idempotency-Key, and what is repeated makes another.
@RestController
@RequestMapping("/conferences/{conference}")
class PersonalLinkController {
  private static final String JSON_LINES = "application/x-ndjson";

  /// @param link to print on the badge
  record IssuedLink(String person, URI link) {
    @Override
    public String toString() {
      return "IssuedLink[" + person + "]";
    }
  }

  /// @param links how many were good until now
  record RevokedLinks(int links) {}

  private final PersonalLinks links;
  private final ConferenceBook conferences;
  private final ChangeDesk desk;

  PersonalLinkController(PersonalLinks links, ConferenceBook conferences, ChangeDesk desk) {
    this.links = links;
    this.conferences = conferences;
    this.desk = desk;
  }

  @Allowed("issue-personal-link")
  @PostMapping("/people/{person}/personal-link")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<IssuedLink> issue(@PathVariable UUID conference, @PathVariable String person) {
    links.mustAttend(conference, person);
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(new IssuedLink(person, links.issue(conference, person)));
  }

  /// What is printed of them already: whoever prints again decides whether that is to be void.
  @Allowed("issue-personal-link")
  @GetMapping("/people/{person}/personal-links")
  PersonalLinks.Standing standing(@PathVariable UUID conference, @PathVariable String person) {
    links.mustBeKnown(conference, person);
    return links.standing(conference, person);
  }

  /// One line of JSON for each who attends, as they come: tens of thousands for the badges'
  /// printer.
  ///
  /// @param delegation of this one only; left out: of all
  @Allowed("issue-personal-link")
  @PostMapping(path = "/personal-links", produces = JSON_LINES)
  void issueAll(
      @PathVariable UUID conference,
      @RequestParam(required = false) @Nullable String delegation,
      HttpServletResponse answer)
      throws IOException {
    conferences.get(conference);
    answer.setStatus(HttpStatus.CREATED.value());
    answer.setContentType(JSON_LINES);
    answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
    answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    var out = answer.getOutputStream();
    var people = links.attending(conference, delegation, "");
    while (!people.isEmpty()) {
      for (var issued : links.issue(conference, people).entrySet()) {
        out.write(
            WireJson.mapper()
                .writeValueAsBytes(new IssuedLink(issued.getKey(), issued.getValue())));
        out.write('\n');
      }
      out.flush();
      people = links.attending(conference, delegation, people.getLast());
    }
  }

  /// A badge was lost: whatever was opened with it closes.
  @Allowed("revoke-personal-links")
  @PostMapping("/people/{person}/personal-link-revocations")
  @ResponseStatus(HttpStatus.CREATED)
  Answered<RevokedLinks> revoke(
      @PathVariable UUID conference, @PathVariable String person, @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "revoke-personal-links",
        _ -> {
          links.mustBeKnown(conference, person);
          return Reply.createdAll(new RevokedLinks(links.revoke(conference, person)));
        });
  }
}
