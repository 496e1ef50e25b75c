package org.huiwu.notification.sitepage.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.huiwu.notification.sitelink.SitePins;
import org.huiwu.notification.sitelink.SiteSession;
import org.huiwu.notification.sitelink.SiteSessions;
import org.huiwu.notification.sitepage.PaperTruth;
import org.huiwu.notification.sitepage.PinLetters;
import org.huiwu.notification.sitepage.SitePage;
import org.huiwu.notification.sitepage.SitePages;
import org.huiwu.notification.standing.Signature;
import org.huiwu.notification.standing.Standings;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.platform.web.access.Acting;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The recipients' own pages: who asks is known by their cookie alone. To read does nothing; what a
/// scanner fetches acknowledges nothing.
@RestController
@RequestMapping("/site")
class SiteController {
  private static final String PAGE = "X-Huiwu-Site";

  /// @param secret what stands in the link's fragment
  record OpenLink(@NotNull @Size(max = 200) String secret) {}

  /// @param version that was shown
  /// @param name of whoever acknowledges
  record Acknowledge(@Min(1) long version, @NotBlank @Size(max = 60) String name) {}

  record Seen(@Min(1) long version) {}

  record Pin(@NotNull @Pattern(regexp = "[0-9]{6}") String pin) {}

  record PaperToken(@NotNull @Size(max = 400) String token) {}

  /// @param goodUntil on the platform's clock
  record PinSent(Instant goodUntil) {}

  private final SiteSessions sessions;
  private final SitePages pages;
  private final SitePins pins;
  private final PinLetters letters;
  private final Standings standings;
  private final PaperTruth truth;
  private final ChangeDesk desk;

  SiteController(
      SiteSessions sessions,
      SitePages pages,
      SitePins pins,
      PinLetters letters,
      Standings standings,
      PaperTruth truth,
      ChangeDesk desk) {
    this.sessions = sessions;
    this.pages = pages;
    this.pins = pins;
    this.letters = letters;
    this.standings = standings;
    this.truth = truth;
    this.desk = desk;
  }

  @Allowed("visit-site-page")
  @PostMapping("/session")
  ResponseEntity<SitePage.Mine> open(
      @RequestBody @Valid OpenLink body,
      @CookieValue(name = SiteCookie.NAME, required = false) @Nullable String cookie,
      CommandRequest request) {
    var opened = sessions.open(body.secret(), cookie);
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, SiteCookie.of(opened.secret(), opened.life()))
        .body(pages.mine(opened.session()));
  }

  @Allowed("visit-site-page")
  @GetMapping("/me")
  SitePage.Mine me(
      @CookieValue(name = SiteCookie.NAME, required = false) @Nullable String cookie,
      @RequestHeader(name = PAGE, required = false) @Nullable String page) {
    return pages.mine(session(cookie, page));
  }

  /// @param since the version to compare with; left out: the one that was acknowledged
  @Allowed("visit-site-page")
  @GetMapping("/manifests/{manifest}")
  SitePage.Sheet manifest(
      @PathVariable String manifest,
      @RequestParam(required = false) @Nullable Long since,
      @CookieValue(name = SiteCookie.NAME, required = false) @Nullable String cookie,
      @RequestHeader(name = PAGE, required = false) @Nullable String page) {
    return pages.sheet(session(cookie, page), manifest, since);
  }

  @Allowed("visit-site-page")
  @PostMapping("/manifests/{manifest}/seen")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void seen(
      @PathVariable String manifest,
      @RequestBody @Valid Seen body,
      @CookieValue(name = SiteCookie.NAME, required = false) @Nullable String cookie,
      @RequestHeader(name = PAGE, required = false) @Nullable String page,
      CommandRequest request) {
    var session = session(cookie, page);
    pages.entry(session, manifest);
    standings.seen(session.conference(), session.contact(), manifest, body.version());
  }

  /// Of the version that was shown; it covers all before. On a device that is not known yet a code
  /// is asked for first.
  @Allowed("acknowledge-on-page")
  @PostMapping("/manifests/{manifest}/acknowledgements")
  @ResponseStatus(HttpStatus.CREATED)
  Answered<SitePage.Entry> acknowledge(
      @PathVariable String manifest,
      @RequestBody @Valid Acknowledge body,
      @CookieValue(name = SiteCookie.NAME, required = false) @Nullable String cookie,
      @RequestHeader(name = PAGE, required = false) @Nullable String page,
      @Keyed CommandRequest request) {
    var session = session(cookie, page);
    pages.entry(session, manifest);
    if (!pins.isKnown(session.conference(), session.contact(), session.device())) {
      throw new Refused("pin-required");
    }
    var by = new Signature(body.name().strip(), Signature.How.PAGE, session.device().toString());
    return desk.change(
        as(session, request),
        session.conference(),
        "acknowledge-on-page",
        _ -> {
          standings.acknowledge(
              session.conference(), session.contact(), manifest, body.version(), by);
          return Reply.createdAll(pages.entry(session, manifest));
        });
  }

  @Allowed("acknowledge-on-page")
  @PostMapping("/pin")
  @ResponseStatus(HttpStatus.ACCEPTED)
  PinSent pin(
      @CookieValue(name = SiteCookie.NAME, required = false) @Nullable String cookie,
      @RequestHeader(name = PAGE, required = false) @Nullable String page,
      CommandRequest request) {
    return new PinSent(letters.send(session(cookie, page)));
  }

  @Allowed("acknowledge-on-page")
  @PostMapping("/pin/verification")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void verify(
      @RequestBody @Valid Pin body,
      @CookieValue(name = SiteCookie.NAME, required = false) @Nullable String cookie,
      @RequestHeader(name = PAGE, required = false) @Nullable String page,
      CommandRequest request) {
    pins.verify(session(cookie, page), body.pin());
  }

  /// Asked by POST so that what a paper is of stands in no address.
  @Allowed("visit-site-page")
  @PostMapping("/paper-truth")
  PaperTruth.Answer paper(
      @RequestBody @Valid PaperToken body,
      @CookieValue(name = SiteCookie.NAME, required = false) @Nullable String cookie,
      CommandRequest request) {
    // a question, whoever asks and however often: no row of the audit trail
    Acting.audited();
    return truth.ask(body.token(), sessions.find(cookie));
  }

  /// @param page the session that the page shows; it may be another one than the browser's newest
  private SiteSession session(@Nullable String cookie, @Nullable String page) {
    var session = sessions.get(cookie);
    if (page != null && !page.isBlank() && !page.equals(session.id().toString())) {
      throw new Conflict("another-link-was-opened");
    }
    return session;
  }

  /// In the recipient's name; what two recipients call the same is not the same.
  private static CommandRequest as(SiteSession session, CommandRequest request) {
    var actor = "contact " + session.contact();
    var origin = request.origin();
    return new CommandRequest(
        new Origin(origin.action(), actor, origin.role(), origin.reason(), origin.receivedAt()),
        request.path(),
        Optional.of(session.contact() + " " + request.key()),
        request.ifMatch(),
        request.fingerprint(),
        request.preview());
  }
}
