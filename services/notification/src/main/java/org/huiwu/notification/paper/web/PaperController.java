package org.huiwu.notification.paper.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.contact.Contact;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.paper.PackCover;
import org.huiwu.notification.paper.Papers;
import org.huiwu.notification.paper.Sheets;
import org.huiwu.platform.web.access.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Manifests on paper and as workbooks, for desks; and the pack for when the power fails. In the
/// language that the caller asks for.
@RestController
@RequestMapping("/conferences/{conference}")
class PaperController {
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /// Says which characters could not be drawn: `U+20BB7 U+2CB4E`.
  private static final String MISSING = "Huiwu-Missing-Characters";

  private final Sheets sheets;
  private final Papers papers;
  private final ConferenceBook conferences;
  private final Contacts contacts;
  private final ConferenceClock clock;

  PaperController(
      Sheets sheets,
      Papers papers,
      ConferenceBook conferences,
      Contacts contacts,
      ConferenceClock clock) {
    this.sheets = sheets;
    this.papers = papers;
    this.conferences = conferences;
    this.contacts = contacts;
    this.clock = clock;
  }

  /// @param version the current one where it is left out
  /// @param since what changed since that version stands first
  @Allowed(value = "read-manifest", kindOf = "manifest")
  @GetMapping(path = "/manifests/{manifest}/paper.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> pdf(
      @PathVariable UUID conference,
      @PathVariable String manifest,
      @RequestParam(required = false) @Nullable Long version,
      @RequestParam(required = false) @Nullable Long since,
      Locale language) {
    var sheet =
        sheets.of(new Sheets.Wanted(conference, manifest, version, since, "", language, null));
    var printed = papers.pdf(sheet);
    var headers = download(papers.fileName(sheet, "pdf"), MediaType.APPLICATION_PDF);
    tell(printed.missing(), headers);
    return ResponseEntity.ok().headers(headers).body(printed.content());
  }

  /// As the PDF.
  @Allowed(value = "read-manifest", kindOf = "manifest")
  @GetMapping(path = "/manifests/{manifest}/paper.xlsx", produces = WORKBOOK)
  ResponseEntity<byte[]> workbook(
      @PathVariable UUID conference,
      @PathVariable String manifest,
      @RequestParam(required = false) @Nullable Long version,
      @RequestParam(required = false) @Nullable Long since,
      Locale language)
      throws IOException {
    var sheet =
        sheets.of(new Sheets.Wanted(conference, manifest, version, since, "", language, null));
    var headers = download(papers.fileName(sheet, "xlsx"), MediaType.parseMediaType(WORKBOOK));
    return ResponseEntity.ok().headers(headers).body(papers.xlsx(sheet));
  }

  /// The whole conference with its phone list. It is finished before its first byte is sent: a pack
  /// that lacks its last pages would not show it.
  @Allowed("print-pack")
  @GetMapping(path = "/papers.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<Resource> pack(@PathVariable UUID conference, Locale language) throws IOException {
    var facts = conferences.get(conference);
    var cover =
        new PackCover(
            facts.name(), clock.now(conference), facts.zone(), language, phones(conference));
    var file = Files.createTempFile("pack", ".pdf");
    try {
      SortedSet<Integer> missing;
      try (var out = Files.newOutputStream(file)) {
        missing = papers.pack(cover, sheets.all(conference, language), out);
      }
      var headers = download(papers.fileName(cover), MediaType.APPLICATION_PDF);
      tell(missing, headers);
      return ResponseEntity.ok().headers(headers).body(FileReadOnce.of(file));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private List<PackCover.Phone> phones(UUID conference) {
    return contacts.all(conference).stream()
        .filter(contact -> !contact.phone().isBlank())
        .sorted(
            Comparator.comparing((Contact contact) -> !contact.role().equals(Contact.DUTY))
                .thenComparing(Contact::role)
                .thenComparing(Contact::name))
        .map(contact -> new PackCover.Phone(contact.name(), contact.role(), contact.phone()))
        .toList();
  }

  private static HttpHeaders download(String name, MediaType type) {
    var headers = new HttpHeaders();
    headers.setContentType(type);
    headers.setContentDisposition(
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build());
    headers.setCacheControl(CacheControl.noStore());
    return headers;
  }

  private static void tell(SortedSet<Integer> missing, HttpHeaders headers) {
    if (!missing.isEmpty()) {
      headers.set(
          MISSING, missing.stream().map("U+%04X"::formatted).collect(Collectors.joining(" ")));
    }
  }
}
