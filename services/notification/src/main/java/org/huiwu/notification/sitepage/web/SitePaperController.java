package org.huiwu.notification.sitepage.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.huiwu.notification.paper.Papers;
import org.huiwu.notification.paper.Sheet;
import org.huiwu.notification.paper.Sheets;
import org.huiwu.notification.sitelink.SiteSession;
import org.huiwu.notification.sitelink.SiteSessions;
import org.huiwu.notification.sitepage.SitePages;
import org.huiwu.platform.web.access.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A recipient's manifest on paper and as a workbook: the newest version, with what changed since
/// the one that they acknowledged.
@RestController
@RequestMapping("/site/manifests/{manifest}")
class SitePaperController {
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final SiteSessions sessions;
  private final SitePages pages;
  private final Sheets sheets;
  private final Papers papers;

  SitePaperController(SiteSessions sessions, SitePages pages, Sheets sheets, Papers papers) {
    this.sessions = sessions;
    this.pages = pages;
    this.sheets = sheets;
    this.papers = papers;
  }

  /// @param language `en` or `zh`; left out: the caller's
  @Allowed("visit-site-page")
  @GetMapping(path = "/paper.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> pdf(
      @PathVariable String manifest,
      @RequestParam(required = false) @Nullable String language,
      @CookieValue(name = SiteCookie.NAME, required = false) @Nullable String cookie,
      Locale callers) {
    var sheet = sheet(sessions.get(cookie), manifest, language, callers);
    return ResponseEntity.ok()
        .headers(download(papers.fileName(sheet, "pdf"), MediaType.APPLICATION_PDF))
        .body(papers.pdf(sheet).content());
  }

  /// As the PDF.
  @Allowed("visit-site-page")
  @GetMapping(path = "/paper.xlsx", produces = WORKBOOK)
  ResponseEntity<byte[]> workbook(
      @PathVariable String manifest,
      @RequestParam(required = false) @Nullable String language,
      @CookieValue(name = SiteCookie.NAME, required = false) @Nullable String cookie,
      Locale callers)
      throws IOException {
    var sheet = sheet(sessions.get(cookie), manifest, language, callers);
    return ResponseEntity.ok()
        .headers(download(papers.fileName(sheet, "xlsx"), MediaType.parseMediaType(WORKBOOK)))
        .body(papers.xlsx(sheet));
  }

  private Sheet sheet(
      SiteSession session, String manifest, @Nullable String language, Locale callers) {
    var entry = pages.entry(session, manifest);
    var wanted = language == null ? callers : Locale.forLanguageTag(language);
    var known = Math.min(entry.acknowledged(), entry.version());
    return sheets.of(
        new Sheets.Wanted(
            session.conference(),
            manifest,
            entry.version(),
            known == 0 ? null : known,
            pages.recipient(session),
            wanted.getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? Locale.ENGLISH
                : Locale.CHINESE,
            null));
  }

  private static HttpHeaders download(String name, MediaType type) {
    var headers = new HttpHeaders();
    headers.setContentType(type);
    headers.setContentDisposition(
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build());
    headers.setCacheControl(CacheControl.noStore());
    return headers;
  }
}
