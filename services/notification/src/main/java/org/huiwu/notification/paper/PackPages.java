package org.huiwu.notification.paper;

import java.util.ArrayList;
import java.util.List;
import org.huiwu.notification.paper.Pen.Style;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfAction;
import org.openpdf.text.pdf.PdfAnnotation;
import org.openpdf.text.pdf.PdfBorderArray;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/// What a pack has besides its sheets: cover, contents, phone list. The contents stand before the
/// sheets and are filled in when these have been printed; nothing is laid out twice.
final class PackPages {
  private static final float ROW = 19;
  private static final Style ENTRY = Style.of(11.5f);

  private final Document document;
  private final PdfWriter writer;
  private final Pen pen;
  private final Words words;
  private final List<PdfTemplate> contents = new ArrayList<>();

  PackPages(Document document, PdfWriter writer, Pen pen, Words words) {
    this.document = document;
    this.writer = writer;
    this.pen = pen;
    this.words = words;
  }

  void cover(PackCover cover, int sheets) {
    var table = Cells.table(100);
    line(table, cover.conference(), Style.of(17), 120, 6);
    line(table, words.say("pack.title"), Style.of(40).heavy(), 0, 26);
    var facts = Cells.table(22, 78);
    fact(facts, words.say("pack.madeAt"), words.instant(cover.madeAt(), cover.zone()));
    fact(facts, words.say("pack.sheets"), Integer.toString(sheets));
    document.add(table);
    document.add(facts);
    var use = Cells.table(100);
    line(use, words.say("pack.use"), Style.of(13), 26, 0);
    document.add(use);
    bookmark(words.say("pack.title"));
  }

  /// Keeps a line free for each of the sheets.
  void contents(int sheets) {
    document.newPage();
    bookmark(words.say("pack.contents"));
    var table = Cells.table(100);
    var title = Cells.head(pen.phrase(words.say("pack.contents"), Style.of(20).heavy()));
    title.setPaddingBottom(9);
    table.addCell(title);
    table.setHeaderRows(1);
    var width = document.right() - document.left();
    for (var i = 0; i < sheets; i++) {
      var entry = writer.getDirectContent().createTemplate(width, ROW);
      contents.add(entry);
      var target = "sheet-" + (i + 1);
      var cell = new PdfPCell();
      cell.setFixedHeight(ROW);
      cell.setBorder(Rectangle.BOTTOM);
      cell.setBorderWidthBottom(0.4f);
      cell.setBorderColorBottom(Cells.HAIR);
      cell.setCellEvent((_, place, canvases) -> {
        canvases[0].addTemplate(entry, place.getLeft(), place.getBottom());
        writer.addAnnotation(link(place, target));
      });
      table.addCell(cell);
    }
    document.add(table);
  }

  private PdfAnnotation link(Rectangle place, String target) {
    var annotation =
        new PdfAnnotation(
            writer,
            place.getLeft(),
            place.getBottom(),
            place.getRight(),
            place.getTop(),
            PdfAction.gotoLocalPage(target, false));
    annotation.setBorder(new PdfBorderArray(0, 0, 0));
    return annotation;
  }

  /// Says in the contents that a sheet begins on the present page.
  ///
  /// @param place its place in the contents, from 0
  void begins(Sheet sheet, int place) {
    var entry = contents.get(place);
    var right = document.right() - document.left();
    var y = 6f;
    var kind = words.kind(sheet.kind());
    put(entry, Element.ALIGN_LEFT, kind, ENTRY.faint(), 0, y);
    put(
        entry,
        Element.ALIGN_LEFT,
        shortened(sheet.titleOrCode(), right - 215),
        ENTRY.heavy(),
        84,
        y);
    put(entry, Element.ALIGN_RIGHT, words.say("version", sheet.version()), ENTRY, right - 50, y);
    put(entry, Element.ALIGN_RIGHT, Integer.toString(writer.getPageNumber()), ENTRY, right, y);
    writer
        .getDirectContent()
        .localDestination(
            "sheet-" + (place + 1), new PdfDestination(PdfDestination.FITH, document.top() + 20));
    bookmark(kind + " · " + sheet.titleOrCode());
  }

  private String shortened(String text, float width) {
    var shown = text;
    while (pen.width(shown, ENTRY.heavy()) > width) {
      var end = shown.endsWith("…") ? shown.length() - 1 : shown.length();
      shown = shown.substring(0, shown.offsetByCodePoints(end, -1)) + "…";
    }
    return shown;
  }

  void phones(List<PackCover.Phone> phones) {
    bookmark(words.say("pack.phones"));
    var table = Cells.table(40, 25, 35);
    var title = Cells.plain(pen.phrase(words.say("pack.phones"), Style.of(20).heavy()));
    title.setColspan(3);
    title.setPaddingBottom(9);
    table.addCell(title);
    for (var heading : List.of("phone.name", "phone.role", "phone.phone")) {
      table.addCell(Cells.head(pen.phrase(words.say(heading), Style.of(9.5f).faint())));
    }
    table.setHeaderRows(2);
    for (var phone : phones) {
      table.addCell(Cells.row(pen.phrase(phone.name(), ENTRY.heavy())));
      table.addCell(Cells.row(pen.phrase(words.role(phone.role()), ENTRY)));
      table.addCell(Cells.row(pen.phrase(phone.number(), ENTRY.heavy())));
    }
    document.add(table);
  }

  private void bookmark(String title) {
    var canvas = writer.getDirectContent();
    new PdfOutline(
        canvas.getRootOutline(),
        new PdfDestination(PdfDestination.FITH, document.top() + 20),
        title,
        false);
  }

  private void put(
      PdfContentByte canvas, int alignment, String text, Style style, float x, float y) {
    ColumnText.showTextAligned(canvas, alignment, pen.phrase(text, style), x, y, 0);
  }

  private void line(PdfPTable table, String text, Style style, float above, float below) {
    var cell = Cells.plain(pen.phrase(text, style));
    cell.setPaddingTop(above);
    cell.setPaddingBottom(below);
    table.addCell(cell);
  }

  private void fact(PdfPTable table, String label, String value) {
    table.addCell(Cells.row(pen.phrase(label, Style.of(13).faint())));
    table.addCell(Cells.row(pen.phrase(value, Style.of(13).heavy())));
  }
}
