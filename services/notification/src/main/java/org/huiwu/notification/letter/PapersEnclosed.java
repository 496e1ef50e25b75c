package org.huiwu.notification.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huiwu.notification.channel.Attachment;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.paper.Papers;
import org.huiwu.notification.paper.Sheet;
import org.huiwu.notification.paper.Sheets;
import org.springframework.stereotype.Component;

/// With an e-mail goes each manifest as PDF and as a workbook, what changed since the recipient
/// acknowledged it first.
@Component
class PapersEnclosed implements LetterPapers {
  /// More than these would be refused by many a mail server: the page has the rest.
  private static final int MOST = 10;

  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Sheets sheets;
  private final Papers papers;
  private final Contacts contacts;

  PapersEnclosed(Sheets sheets, Papers papers, Contacts contacts) {
    this.sheets = sheets;
    this.papers = papers;
    this.contacts = contacts;
  }

  @Override
  public List<Attachment> of(
      UUID conference, String contact, List<Wanted> wanted, Locale language) {
    var name = contacts.find(conference, contact).map(s -> s.contact().name()).orElse(contact);
    List<Attachment> enclosed = new ArrayList<>();
    for (var one : wanted.subList(0, Math.min(MOST, wanted.size()))) {
      var sheet =
          sheets.of(
              new Sheets.Wanted(
                  conference,
                  one.manifest(),
                  one.version(),
                  one.acknowledged() == 0 ? null : one.acknowledged(),
                  name,
                  language,
                  null));
      enclosed.add(
          new Attachment(
              papers.fileName(sheet, "pdf"), "application/pdf", papers.pdf(sheet).content()));
      enclosed.add(new Attachment(papers.fileName(sheet, "xlsx"), WORKBOOK, workbook(sheet)));
    }
    return enclosed;
  }

  private byte[] workbook(Sheet sheet) {
    try {
      return papers.xlsx(sheet);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
