package org.huiwu.notification.paper;

import java.awt.Color;
import java.util.List;
import org.huiwu.notification.paper.Pen.Style;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Image;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/// The upper part of a sheet's first page: what it is, which version, for whom, how many.
final class SheetHead {
  private static final Style SMALL = Style.of(10).faint();
  private static final Style KIND = Style.of(15);
  private static final Style TITLE = Style.of(27).heavy();
  private static final Style VERSION = Style.of(52).heavy();
  private static final Style VALUE = Style.of(13);
  private static final float CODE_SIDE = 96;

  private final Sheet sheet;
  private final Pen pen;
  private final Words words;

  SheetHead(Sheet sheet, Pen pen, Words words) {
    this.sheet = sheet;
    this.pen = pen;
    this.words = words;
  }

  void print(Document document, PdfWriter writer) {
    document.add(titles());
    document.add(facts(writer));
  }

  private PdfPTable titles() {
    var table = Cells.table(65, 35);
    var left = new PdfPTable(1);
    left.addCell(Cells.plain(pen.phrase(sheet.conference(), SMALL)));
    left.addCell(spaced(Cells.plain(pen.phrase(words.kind(sheet.kind()), KIND)), 8));
    left.addCell(Cells.plain(pen.phrase(sheet.titleOrCode(), TITLE)));
    var right = new PdfPTable(1);
    var version = new Phrase();
    pen.write(version, joined(words.say("version.before"), " "), KIND);
    pen.write(version, Long.toString(sheet.version()), VERSION);
    pen.write(version, joined(" ", words.say("version.after")), KIND);
    var big = Cells.right(Cells.plain(version));
    big.setLeading(0, 1);
    big.setPaddingRight(0);
    right.addCell(big);
    var at = Cells.right(Cells.plain(pen.phrase(madeAt(), SMALL)));
    at.setPaddingTop(4);
    at.setPaddingRight(0);
    right.addCell(at);
    for (var part : List.of(left, right)) {
      var cell = new PdfPCell(part);
      cell.setPadding(0);
      cell.setPaddingBottom(9);
      cell.setVerticalAlignment(Element.ALIGN_BOTTOM);
      cell.setBorder(Rectangle.BOTTOM);
      cell.setBorderWidthBottom(2.4f);
      cell.setBorderColorBottom(Color.BLACK);
      table.addCell(cell);
    }
    return table;
  }

  private static String joined(String one, String other) {
    return one.isEmpty() || other.isEmpty() ? "" : one + other;
  }

  String madeAt() {
    return words.say("madeAt", words.instant(sheet.cutAt(), sheet.zone()));
  }

  private PdfPTable facts(PdfWriter writer) {
    var link = sheet.stillTrue();
    var table = link == null ? Cells.table(100) : Cells.table(72, 28);
    table.setSpacingBefore(8);
    table.setSpacingAfter(6);
    var facts = new PdfPTable(new float[] {17, 83});
    switch (sheet.state()) {
      case WHOLE -> {}
      case UNFINISHED -> wide(facts, words.say("unfinished"));
      case CLOSED -> wide(facts, words.say("closed"));
    }
    if (!sheet.recipient().isBlank()) {
      pair(facts, words.say("recipient"), pen.phrase(sheet.recipient(), VALUE.heavy()));
    }
    Roster.inOrder(sheet.header().keySet())
        .forEach(field -> {
          var value = words.value(field, sheet.header().getOrDefault(field, ""), sheet.names());
          pair(facts, words.field(field), pen.phrase(value, VALUE.heavy()));
        });
    for (var group : HeadCounts.of(sheet, words)) {
      pair(facts, group.label(), counts(group));
    }
    var cell = new PdfPCell(facts);
    cell.setPadding(0);
    cell.setBorder(Rectangle.NO_BORDER);
    table.addCell(cell);
    if (link != null) {
      table.addCell(code(QrCode.of(link, writer)));
    }
    return table;
  }

  private Phrase counts(HeadCounts.Group group) {
    var phrase = new Phrase();
    if (group.entries().isEmpty()) {
      return pen.write(phrase, Long.toString(group.total()), VALUE.heavy());
    }
    var first = true;
    for (var entry : group.entries()) {
      pen.write(phrase, (first ? "" : "\u2003") + entry.label() + " ", VALUE);
      pen.write(phrase, Long.toString(entry.count()), VALUE.heavy());
      first = false;
    }
    return phrase;
  }

  private void pair(PdfPTable facts, String label, Phrase value) {
    var name = Cells.plain(pen.phrase(label, Style.of(11).faint()));
    name.setPaddingBottom(4);
    facts.addCell(Cells.level(name, 17));
    var cell = Cells.plain(value);
    cell.setPaddingBottom(4);
    facts.addCell(Cells.level(cell, 17));
  }

  private void wide(PdfPTable facts, String text) {
    var cell = spaced(Cells.plain(pen.phrase(text, Style.of(16).heavy())), 0);
    cell.setColspan(2);
    cell.setPaddingBottom(6);
    facts.addCell(cell);
  }

  private PdfPCell code(Image drawing) {
    drawing.scaleAbsolute(CODE_SIDE, CODE_SIDE);
    var parts = new PdfPTable(1);
    var code = new PdfPCell(drawing, false);
    code.setBorder(Rectangle.NO_BORDER);
    code.setPadding(0);
    code.setHorizontalAlignment(Element.ALIGN_RIGHT);
    parts.addCell(code);
    for (var line : List.of("stillTrue", "stillTrue.how")) {
      var style = line.equals("stillTrue") ? Style.of(11.5f).heavy() : Style.of(8.5f).faint();
      var caption = Cells.right(Cells.plain(pen.phrase(words.say(line), style)));
      caption.setPaddingTop(3);
      caption.setPaddingRight(2);
      parts.addCell(caption);
    }
    var cell = new PdfPCell(parts);
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(0);
    return cell;
  }

  private static PdfPCell spaced(PdfPCell cell, float above) {
    cell.setPaddingTop(above);
    return cell;
  }
}
