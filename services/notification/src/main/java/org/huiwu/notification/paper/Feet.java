package org.huiwu.notification.paper;

import org.huiwu.notification.paper.Pen.Style;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/// What every page bears: at its foot the version and which page of how many it is, and on the
/// pages after a sheet's first a head that says whose list goes on.
final class Feet extends PdfPageEventHelper {
  private static final Style FOOT = Style.of(10).faint();
  private static final float TOTAL_WIDTH = 30;

  /// @param version e.g. "version 7"
  /// @param madeAt when the version was made
  /// @param head of the pages that follow the first
  record Running(String version, String madeAt, String head) {}

  private final Pen pen;
  private final boolean pack;
  private @Nullable Running running;
  private @Nullable PdfTemplate total;
  private int page;

  /// @param pack whether pages are numbered through all sheets as well
  Feet(Pen pen, boolean pack) {
    this.pen = pen;
    this.pack = pack;
  }

  /// From the present page on.
  void begin(Running sheet, PdfWriter writer) {
    running = sheet;
    page = 0;
    total = writer.getDirectContent().createTemplate(TOTAL_WIDTH, 14);
  }

  /// The present page is the last of its sheet.
  void last() {
    if (total != null) {
      ColumnText.showTextAligned(
          total, Element.ALIGN_LEFT, pen.phrase(" / " + (page + 1), FOOT), 0, 3, 0);
    }
  }

  /// Pages that belong to no sheet.
  void none() {
    running = null;
    total = null;
  }

  @Override
  public void onEndPage(PdfWriter writer, Document document) {
    var canvas = writer.getDirectContent();
    var y = document.bottom() - 24;
    if (pack) {
      text(
          canvas,
          Element.ALIGN_CENTER,
          String.valueOf(writer.getPageNumber()),
          FOOT,
          center(document),
          y);
    }
    if (running == null || total == null) {
      return;
    }
    page++;
    rule(canvas, document, document.bottom() - 10, 0.5f);
    var version = Style.of(11).heavy();
    text(canvas, Element.ALIGN_LEFT, running.version(), version, document.left(), y);
    text(
        canvas,
        Element.ALIGN_LEFT,
        running.madeAt(),
        FOOT,
        document.left() + pen.width(running.version(), version) + 10,
        y);
    text(
        canvas, Element.ALIGN_RIGHT, String.valueOf(page), FOOT, document.right() - TOTAL_WIDTH, y);
    canvas.addTemplate(total, document.right() - TOTAL_WIDTH, y - 3);
    if (page > 1) {
      var top = document.top() + 14;
      text(canvas, Element.ALIGN_LEFT, running.head(), FOOT, document.left(), top);
      text(canvas, Element.ALIGN_RIGHT, running.version(), version, document.right(), top);
      rule(canvas, document, top - 7, 0.5f);
    }
  }

  private static float center(Document document) {
    return (document.left() + document.right()) / 2;
  }

  private void text(
      PdfContentByte canvas, int alignment, String text, Style style, float x, float y) {
    ColumnText.showTextAligned(canvas, alignment, pen.phrase(text, style), x, y, 0);
  }

  private static void rule(PdfContentByte canvas, Document document, float y, float width) {
    canvas.saveState();
    canvas.setLineWidth(width);
    canvas.moveTo(document.left(), y);
    canvas.lineTo(document.right(), y);
    canvas.stroke();
    canvas.restoreState();
  }
}
