package org.huiwu.notification.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.huiwu.notification.paper.ChangesTable.Step;
import org.huiwu.notification.paper.Pen.Style;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/// One sheet on as many pages as it takes: head, what changed, the whole list.
final class SheetPages {
  private static final String GAP = "\u2003";
  private static final Style SECTION = Style.of(15).heavy();
  private static final Style NOTE = Style.of(11).faint();
  private static final Style HEAD = Style.of(9.5f).faint();
  private static final Style CELL = Style.of(11.5f);
  private static final Set<String> NUMBERS = Set.of("count", "seats", "rooms");

  private final Document document;
  private final PdfWriter writer;
  private final Feet feet;
  private final Pen pen;
  private final Words words;

  SheetPages(Document document, PdfWriter writer, Feet feet, Pen pen, Words words) {
    this.document = document;
    this.writer = writer;
    this.feet = feet;
    this.pen = pen;
    this.words = words;
  }

  /// On the present page, which is blank, and those after it.
  void print(Sheet sheet) {
    var head = new SheetHead(sheet, pen, words);
    feet.begin(
        new Feet.Running(words.say("version", sheet.version()), head.madeAt(), running(sheet)),
        writer);
    var missingBefore = pen.missing().size();
    head.print(document, writer);
    var since = sheet.since();
    var changes = since == null ? null : new ChangesTable(sheet, since, words);
    if (changes != null) {
      changes(sheet, changes);
    }
    list(sheet, changes);
    if (pen.missing().size() > missingBefore) {
      note(words.say("missing"));
    }
    feet.last();
  }

  private String running(Sheet sheet) {
    List<String> parts = new ArrayList<>();
    parts.add(words.kind(sheet.kind()));
    parts.add(sheet.titleOrCode());
    if (!sheet.recipient().isBlank()) {
      parts.add(sheet.recipient());
    }
    return String.join(GAP, parts);
  }

  private void changes(Sheet sheet, ChangesTable changes) {
    if (sheet.sinceVersion() == 0) {
      note(words.say("changes.first"));
      return;
    }
    var header = changes.header();
    var rows = changes.rows();
    if (header.isEmpty() && rows.isEmpty()) {
      note(changes.none());
      return;
    }
    List<String> counts = new ArrayList<>();
    for (var kind : List.of(Roster.Change.REMOVED, Roster.Change.CHANGED, Roster.Change.ADDED)) {
      if (changes.count(kind) > 0) {
        counts.add(word(kind) + " " + changes.count(kind));
      }
    }
    var table = Cells.table(widths(header, rows));
    section(table, 3, changes.title(), String.join(GAP, counts));
    table.setHeaderRows(1);
    for (var step : header) {
      table.addCell(Cells.row(pen.phrase(word(Roster.Change.CHANGED), CELL.heavy())));
      table.addCell(Cells.row(pen.phrase(step.field(), CELL.heavy())));
      table.addCell(Cells.row(beforeAndAfter(new Phrase(), step)));
    }
    for (var row : rows) {
      var gone = row.change() == Roster.Change.REMOVED;
      var subject = gone ? CELL.crossedOut() : CELL.heavy();
      table.addCell(Cells.row(pen.phrase(word(row.change()), CELL.heavy())));
      table.addCell(Cells.row(pen.phrase(row.subject(), subject)));
      table.addCell(Cells.row(steps(row)));
    }
    table.setSpacingAfter(10);
    document.add(table);
  }

  private float[] widths(List<Step> header, List<ChangesTable.Row> rows) {
    var heavy = CELL.heavy();
    var what = 0f;
    for (var change : Roster.Change.values()) {
      what = Math.max(what, pen.width(word(change), heavy));
    }
    var whom = 0f;
    for (var step : header) {
      whom = Math.max(whom, pen.width(step.field(), heavy));
    }
    for (var row : rows) {
      whom = Math.max(whom, pen.width(row.subject(), heavy));
    }
    var page = document.right() - document.left();
    what += 18;
    whom = Math.min(whom, page / 3) + 18;
    return new float[] {what, whom, page - what - whom};
  }

  private String word(Roster.Change change) {
    return words.say(
        switch (change) {
          case REMOVED -> "line.removed";
          case CHANGED -> "line.changed";
          case ADDED -> "line.added";
        });
  }

  private Phrase steps(ChangesTable.Row row) {
    var phrase = new Phrase();
    BiConsumer<Step, Boolean> label =
        (step, first) -> pen.write(phrase, (first ? "" : GAP) + step.field() + " ", NOTE);
    var first = true;
    for (var step : row.steps()) {
      label.accept(step, first);
      first = false;
      switch (row.change()) {
        case REMOVED -> pen.write(phrase, said(step.before()), CELL.crossedOut());
        case ADDED -> pen.write(phrase, said(step.after()), CELL);
        case CHANGED -> beforeAndAfter(phrase, step);
      }
    }
    return phrase;
  }

  private Phrase beforeAndAfter(Phrase phrase, Step step) {
    pen.write(phrase, said(step.before()), CELL.crossedOut());
    pen.write(phrase, " → ", CELL);
    return pen.write(phrase, said(step.after()), CELL.heavy());
  }

  private String said(@Nullable String value) {
    return value == null || value.isEmpty() ? words.say("nothing") : value;
  }

  private void list(Sheet sheet, @Nullable ChangesTable changes) {
    var roster = new Roster(sheet, words);
    var lines = roster.lines();
    if (lines.isEmpty()) {
      note(words.say("list.none"));
      return;
    }
    var columns = roster.columns();
    var widths = widths(roster, lines, columns);
    var table = Cells.table(widths);
    table.setWidthPercentage(100 * share(widths));
    var total = words.say("list.lines", lines.size());
    section(table, columns.size() + 2, words.say("list"), total);
    table.addCell(Cells.head(pen.phrase(words.say("number"), HEAD)));
    table.addCell(Cells.head(pen.phrase(roster.subject(), HEAD)));
    for (var column : columns) {
      var cell = Cells.head(pen.phrase(words.field(column), HEAD));
      table.addCell(NUMBERS.contains(column) ? Cells.right(cell) : cell);
    }
    table.setHeaderRows(2);
    var number = 0;
    for (var line : lines) {
      number++;
      var place = pen.phrase(Integer.toString(number), Style.of(9.5f).faint());
      var mark = changes == null ? "" : changes.mark(line.key());
      if (!mark.isEmpty()) {
        pen.write(place, " " + mark, Style.of(9.5f).heavy());
      }
      table.addCell(Cells.row(place));
      table.addCell(Cells.row(pen.phrase(roster.nameOf(line.key(), line.fields()), CELL.heavy())));
      for (var column : columns) {
        var cell = Cells.row(pen.phrase(roster.valueOf(column, line.fields()), CELL));
        table.addCell(NUMBERS.contains(column) ? Cells.right(cell) : cell);
      }
    }
    document.add(table);
  }

  /// As wide as what stands in them, none narrower than its heading.
  private float[] widths(Roster roster, List<Roster.Line> lines, List<String> columns) {
    var widths = new float[columns.size() + 2];
    widths[0] = pen.width("300 " + words.say("mark.changed"), Style.of(9.5f).heavy()) + 10;
    widths[1] = pen.width(roster.subject(), HEAD);
    for (var line : lines) {
      widths[1] =
          Math.max(widths[1], pen.width(roster.nameOf(line.key(), line.fields()), CELL.heavy()));
    }
    for (var i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      var width = pen.width(words.field(column), HEAD);
      for (var line : lines) {
        width = Math.max(width, pen.width(roster.valueOf(column, line.fields()), CELL));
      }
      widths[i + 2] = width;
    }
    var page = document.right() - document.left();
    var sum = widths[0];
    for (var i = 1; i < widths.length; i++) {
      // none takes more than a good part of the page: it is broken into lines
      widths[i] = Math.min(widths[i], page / 2.6f) + 12;
      sum += widths[i];
    }
    // what is left over goes to all alike, but not so much that the eye loses the line
    var share = Math.max(0, Math.min(page, sum * 1.8f) - sum) / (widths.length - 1);
    for (var i = 1; i < widths.length; i++) {
      widths[i] += share;
    }
    return widths;
  }

  /// Of the page's width.
  private float share(float[] widths) {
    var sum = 0f;
    for (var width : widths) {
      sum += width;
    }
    return Math.min(1, sum / (document.right() - document.left()));
  }

  private void section(PdfPTable table, int columns, String title, String aside) {
    var phrase = pen.phrase(title, SECTION);
    pen.write(phrase, GAP + aside, NOTE);
    var cell = Cells.plain(phrase);
    cell.setColspan(columns);
    cell.setPaddingTop(8);
    cell.setPaddingBottom(5);
    cell.setVerticalAlignment(Element.ALIGN_BOTTOM);
    table.addCell(cell);
  }

  private void note(String text) {
    var table = Cells.table(100);
    var cell = Cells.plain(pen.phrase(text, Style.of(12)));
    cell.setPaddingTop(6);
    cell.setPaddingBottom(6);
    table.addCell(cell);
    document.add(table);
  }
}
