package org.huiwu.notification.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// A sheet as a workbook: the list under its header, and what changed.
///
/// What people typed is a text cell, formatted as text: a name that begins with `=` or `@` is a
/// name (FORMAT.md). Only whole numbers in fields that count something are numbers.
final class SheetWorkbook {
  private static final Set<String> NUMBERS = Set.of("count", "seats", "rooms");
  private static final int HEAD_ROW = 4;
  private static final double WIDEST = 46;

  /// What a reader of workbooks would take for an escaped character.
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private final Sheet sheet;
  private final Words words;

  SheetWorkbook(Sheet sheet, Words words) {
    this.sheet = sheet;
    this.words = words;
  }

  /// @param out is not closed
  void write(OutputStream out) throws IOException {
    try (var book = new Workbook(out, "Huiwu", null)) {
      book.properties().setTitle(words.kind(sheet.kind()) + " " + clean(sheet.titleOrCode()));
      try (var page = book.newWorksheet(words.say("workbook.list"))) {
        list(page);
      }
      var since = sheet.since();
      if (since != null) {
        try (var page = book.newWorksheet(words.say("workbook.changes"))) {
          changes(page, new ChangesTable(sheet, since, words));
        }
      }
    }
  }

  private void list(Worksheet page) {
    var roster = new Roster(sheet, words);
    var lines = roster.lines();
    var columns = roster.columns();
    title(page);
    text(page, 2, 0, facts(roster));
    text(page, 3, 0, counts());
    List<String> heads = new ArrayList<>(List.of(roster.subject()));
    columns.forEach(column -> heads.add(words.field(column)));
    List<List<Object>> rows = new ArrayList<>();
    for (var line : lines) {
      List<Object> row = new ArrayList<>(List.of(roster.nameOf(line.key(), line.fields())));
      for (var column : columns) {
        var value = roster.valueOf(column, line.fields());
        row.add(
            NUMBERS.contains(column) && value.matches("\\d{1,9}") ? Long.valueOf(value) : value);
      }
      rows.add(row);
    }
    table(page, heads, rows);
  }

  private void changes(Worksheet page, ChangesTable changes) {
    title(page);
    text(page, 2, 0, sheet.sinceVersion() == 0 ? words.say("changes.first") : changes.title());
    List<List<Object>> rows = new ArrayList<>();
    for (var step : changes.header()) {
      rows.add(row(words.say("line.changed"), words.say("line.header"), step));
    }
    for (var row : changes.rows()) {
      var word =
          words.say(
              switch (row.change()) {
                case REMOVED -> "line.removed";
                case CHANGED -> "line.changed";
                case ADDED -> "line.added";
              });
      if (row.steps().isEmpty()) {
        rows.add(List.of(word, row.subject(), "", "", ""));
      }
      row.steps().forEach(step -> rows.add(row(word, row.subject(), step)));
    }
    table(
        page,
        List.of(
            words.say("workbook.change"),
            new Roster(sheet, words).subject(),
            words.say("workbook.field"),
            words.say("workbook.before"),
            words.say("workbook.after")),
        rows);
  }

  private static List<Object> row(String word, String subject, ChangesTable.Step step) {
    return List.of(word, subject, step.field(), orNothing(step.before()), orNothing(step.after()));
  }

  private static String orNothing(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }

  private void title(Worksheet page) {
    text(page, 0, 0, words.kind(sheet.kind()) + " · " + sheet.titleOrCode());
    page.style(0, 0).bold().fontSize(16).set();
    List<String> parts = new ArrayList<>();
    parts.add(words.say("version", sheet.version()));
    parts.add(words.say("madeAt", words.instant(sheet.cutAt(), sheet.zone())));
    parts.add(sheet.conference());
    if (!sheet.recipient().isBlank()) {
      parts.add(words.say("recipient") + " " + sheet.recipient());
    }
    switch (sheet.state()) {
      case WHOLE -> {}
      case UNFINISHED -> parts.add(words.say("unfinished"));
      case CLOSED -> parts.add(words.say("closed"));
    }
    text(page, 1, 0, String.join(" · ", parts));
    page.style(1, 0).bold().set();
  }

  private String facts(Roster roster) {
    return String.join(
        " · ",
        Roster.inOrder(sheet.header().keySet()).stream()
            .map(field -> words.field(field) + " " + roster.valueOf(field, sheet.header()))
            .toList());
  }

  private String counts() {
    List<String> parts = new ArrayList<>();
    for (var group : HeadCounts.of(sheet, words)) {
      if (group.entries().isEmpty()) {
        parts.add(group.label() + " " + group.total());
      }
      group.entries().forEach(entry -> parts.add(entry.label() + " " + entry.count()));
    }
    return String.join(" · ", parts);
  }

  private static void table(Worksheet page, List<String> heads, List<List<Object>> rows) {
    var widths = new double[heads.size()];
    for (var c = 0; c < heads.size(); c++) {
      text(page, HEAD_ROW, c, heads.get(c));
      page.style(HEAD_ROW, c).bold().borderStyle(BorderSide.BOTTOM, "medium").set();
      widths[c] = width(heads.get(c));
    }
    for (var r = 0; r < rows.size(); r++) {
      for (var c = 0; c < heads.size(); c++) {
        switch (rows.get(r).get(c)) {
          case Long number -> page.value(HEAD_ROW + 1 + r, c, number);
          case Object value -> {
            text(page, HEAD_ROW + 1 + r, c, value.toString());
            widths[c] = Math.max(widths[c], width(value.toString()));
          }
        }
      }
    }
    for (var c = 0; c < widths.length; c++) {
      page.width(c, Math.min(widths[c] + 3, WIDEST));
    }
    page.freezePane(0, HEAD_ROW + 1);
    page.repeatRows(HEAD_ROW, HEAD_ROW);
    page.paperSize(PaperSize.A4_PAPER);
    page.setFitToPage(true);
    page.fitToWidth((short) 1);
    page.fitToHeight((short) 0);
  }

  /// In letters: a Chinese character is as wide as two.
  private static double width(String text) {
    return text.codePoints().mapToDouble(c -> c < 0x1100 ? 1.1 : 2.1).sum();
  }

  private static void text(Worksheet page, int row, int column, String value) {
    page.value(row, column, clean(value));
    page.style(row, column).format("@").set();
  }

  /// What XML cannot hold is shown as its code point, not left out.
  private static String clean(String value) {
    var text = new StringBuilder();
    value
        .codePoints()
        .forEach(c -> {
          var control = Character.isISOControl(c) && !Character.isWhitespace(c);
          if (control || c >= 0xD800 && c <= 0xDFFF || c == 0xFFFE || c == 0xFFFF) {
            text.append("[U+%04X]".formatted(c));
          } else {
            text.appendCodePoint(c);
          }
        });
    return ESCAPE.matcher(text).replaceAll("_x005F_");
  }
}
