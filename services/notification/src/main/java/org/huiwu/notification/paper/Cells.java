package org.huiwu.notification.paper;

import java.awt.Color;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/// Tables of rules, not boxes.
final class Cells {
  static final Color HAIR = new Color(0.62f, 0.62f, 0.62f);

  private Cells() {}

  static PdfPTable table(float... widths) {
    var table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    table.setHorizontalAlignment(Element.ALIGN_LEFT);
    table.setSplitLate(true);
    return table;
  }

  static PdfPCell plain(Phrase text) {
    var cell = new PdfPCell(text);
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(0);
    cell.setPaddingRight(8);
    cell.setLeading(0, 1.32f);
    return cell;
  }

  /// Cells beside each other whose sizes differ stand on one line.
  static PdfPCell level(PdfPCell cell, float leading) {
    cell.setLeading(leading, 0);
    return cell;
  }

  /// A row of a list, with a hair line under it.
  static PdfPCell row(Phrase text) {
    var cell = level(plain(text), 15);
    cell.setPaddingTop(2.2f);
    cell.setPaddingBottom(5.2f);
    return ruled(cell, 0.4f, HAIR);
  }

  static PdfPCell head(Phrase text) {
    var cell = plain(text);
    cell.setPaddingTop(2);
    cell.setPaddingBottom(5);
    cell.setVerticalAlignment(Element.ALIGN_BOTTOM);
    return ruled(cell, 1.1f, Color.BLACK);
  }

  static PdfPCell right(PdfPCell cell) {
    cell.setHorizontalAlignment(Element.ALIGN_RIGHT);
    return cell;
  }

  private static PdfPCell ruled(PdfPCell cell, float width, Color color) {
    cell.setBorder(Rectangle.BOTTOM);
    cell.setBorderWidthBottom(width);
    cell.setBorderColorBottom(color);
    return cell;
  }
}
