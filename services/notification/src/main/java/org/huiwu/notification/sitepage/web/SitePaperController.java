package org.huiwu.notification.sitepage.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.paper.Papers;
import org.huiwu.notification.paper.Sheet;
import org.huiwu.notification.paper.Sheets;
import org.huiwu.notification.sitelink.SiteSessions;
import org.huiwu.notification.sitepage.SitePages;
import org.huiwu.notification.standing.Standing;
import org.huiwu.notification.standing.Standings;
import org.huiwu.platform.web.access.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A recipient's manifests on paper: the current version, what changed since they acknowledged it
/// first.
@RestController
@RequestMapping("/site/manifests/{manifest}")
class SitePaperController {
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final SiteSessions sessions;
  private final SitePages pages;
  private final Standings standings;
  private final Contacts contacts;
  private final Sheets sheets;
  private final Papers papers;

  SitePaperController(
      SiteSessions sessions,
      SitePages pages,
      Standings standings,
      Contacts contacts,
      Sheets sheets,
      Papers papers) {
    this.sessions = sessions;
    this.pages = pages;
    this.standings = standings;
    this.contacts = contacts;
    this.sheets = sheets;
    this.papers = papers;
  }

  @Allowed("visit-site-page")
  @GetMapping(path = "/paper.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> pdf(
      @PathVariable String manifest,
      @CookieValue(name = SiteCookie.NAME, required = false) @Nullable String cookie,
      Locale language) {
    var sheet = sheet(manifest, cookie, language);
    return download(sheet, "pdf", MediaType.APPLICATION_PDF, papers.pdf(sheet).content());
  }

  @Allowed("visit-site-page")
  @GetMapping(path = "/paper.xlsx", produces = WORKBOOK)
  ResponseEntity<byte[]> workbook(
      @PathVariable String manifest,
      @CookieValue(name = SiteCookie.NAME, required = false) @Nullable String cookie,
      Locale language)
      throws IOException {
    var sheet = sheet(manifest, cookie, language);
    return download(sheet, "xlsx", MediaType.parseMediaType(WORKBOOK), papers.xlsx(sheet));
  }

  private Sheet sheet(String manifest, @Nullable String cookie, Locale language) {
    var session = sessions.get(cookie);
    pages.entry(session, manifest);
    var acknowledged =
        standings
            .find(session.conference(), session.contact(), manifest)
            .map(Standing::acknowledged)
            .filter(v -> v > 0)
            .orElse(null);
    var name =
        contacts
            .find(session.conference(), session.contact())
            .map(s -> s.contact().name())
            .orElse(session.contact());
    return sheets.of(
        new Sheets.Wanted(
            session.conference(), manifest, null, acknowledged, name, language, null));
  }

  private ResponseEntity<byte[]> download(
      Sheet sheet, String ending, MediaType type, byte[] content) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noStore())
        .header(
            "Content-Disposition",
            ContentDisposition.attachment()
                .filename(papers.fileName(sheet, ending), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(content);
  }
}
