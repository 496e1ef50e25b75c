package org.huiwu.notification.sitelink.web;

import java.net.URI;
import java.util.UUID;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.duty.ShiftEntry.About;
import org.huiwu.notification.duty.ShiftLog;
import org.huiwu.notification.sitelink.SiteLinks;
import org.huiwu.notification.sitelink.SitePins;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What a desk does about a recipient's links. A link and a code are answered once and kept
/// nowhere: these two commands have no Idempotency-Key, and one that is repeated makes another.
@RestController
@RequestMapping("/conferences/{conference}/contacts/{code}")
class LinkController {

  /// @param link to hand over or print
  record IssuedLink(URI link) {}

  /// @param pin to read out to somebody whom one knows to be the recipient
  record IssuedPin(String pin) {}

  /// @param links how many were good until now
  record RevokedLinks(int links) {}

  private final Contacts contacts;
  private final SiteLinks links;
  private final SitePins pins;
  private final ShiftLog shiftLog;
  private final ChangeDesk desk;

  LinkController(
      Contacts contacts, SiteLinks links, SitePins pins, ShiftLog shiftLog, ChangeDesk desk) {
    this.contacts = contacts;
    this.links = links;
    this.pins = pins;
    this.shiftLog = shiftLog;
    this.desk = desk;
  }

  @Allowed("issue-link")
  @PostMapping("/links")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<IssuedLink> issue(
      @PathVariable UUID conference, @PathVariable String code, CommandRequest request) {
    mustExist(conference, code);
    return once(new IssuedLink(links.issue(conference, code, null)));
  }

  /// For a recipient without a phone, or whose message does not arrive.
  @Allowed("issue-pin")
  @PostMapping("/pins")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<IssuedPin> pin(
      @PathVariable UUID conference, @PathVariable String code, CommandRequest request) {
    mustExist(conference, code);
    return once(new IssuedPin(pins.readOut(conference, code)));
  }

  @Allowed("revoke-links")
  @PostMapping("/revocations")
  @ResponseStatus(HttpStatus.CREATED)
  Answered<RevokedLinks> revoke(
      @PathVariable UUID conference, @PathVariable String code, @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "revoke-links",
        _ -> {
          mustExist(conference, code);
          var revoked = links.revoke(conference, code);
          shiftLog.note(
              conference,
              "links-revoked",
              new About(null, null, code),
              request.origin().actor(),
              code,
              revoked);
          return Reply.createdAll(new RevokedLinks(revoked));
        });
  }

  private static <T> ResponseEntity<T> once(T body) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(body);
  }

  private void mustExist(UUID conference, String code) {
    if (contacts.find(conference, code).isEmpty()) {
      throw new Missing("contact-unknown", code);
    }
  }
}
