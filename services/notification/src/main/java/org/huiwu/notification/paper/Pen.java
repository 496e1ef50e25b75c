package org.huiwu.notification.paper;

import java.awt.Color;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.huiwu.notification.paper.FontShelf.Face;
import org.openpdf.text.Chunk;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;

/// Writes text into one document, each character in the first font that has it.
///
/// A character that no font has is written as its code point, `[U+20BB7]`, and remembered: none is
/// dropped in silence.
final class Pen {

  /// @param size in points
  /// @param gray 0 is black
  record Style(float size, boolean bold, float gray, boolean struck) {
    static Style of(float size) {
      return new Style(size, false, 0, false);
    }

    Style heavy() {
      return new Style(size, true, gray, struck);
    }

    Style faint() {
      return new Style(size, bold, 0.35f, struck);
    }

    Style crossedOut() {
      return new Style(size, bold, gray, true);
    }
  }

  private record Run(Face face, StringBuilder text) {}

  private final FontShelf fonts;
  private final Map<Face, BaseFont> held = new EnumMap<>(Face.class);
  private final SortedSet<Integer> missing = new TreeSet<>();

  Pen(FontShelf fonts) {
    this.fonts = fonts;
  }

  /// The code points that could not be drawn.
  SortedSet<Integer> missing() {
    return missing;
  }

  Phrase phrase(String text, Style style) {
    return write(new Phrase(), text, style);
  }

  Phrase write(Phrase phrase, String text, Style style) {
    eachRun(text, style, run -> phrase.add(chunk(run, style)));
    return phrase;
  }

  /// In points, on one line.
  float width(String text, Style style) {
    var sum = new float[1];
    eachRun(
        text,
        style,
        run -> sum[0] += font(run.face()).getWidthPoint(run.text().toString(), style.size()));
    return sum[0];
  }

  private interface Runs {
    void take(Run run);
  }

  private void eachRun(String text, Style style, Runs runs) {
    var run = new Run(style.bold() ? Face.BOLD : Face.SANS, new StringBuilder());
    for (var at = 0; at < text.length(); ) {
      var character = text.codePointAt(at);
      at += Character.charCount(character);
      var shown = shown(character);
      var face = faceOf(shown, run.face(), style);
      if (face != run.face()) {
        finish(run, runs);
        run = new Run(face, new StringBuilder());
      }
      if (has(face, shown)) {
        run.text().appendCodePoint(shown);
      } else {
        missing.add(shown);
        run.text().append("[U+%04X]".formatted(shown));
      }
    }
    finish(run, runs);
  }

  /// Tabs and line ends are spaces on paper.
  private int shown(int character) {
    var space =
        Character.isWhitespace(character) && !has(Face.SANS, character)
            || character < ' ' && Character.isWhitespace(character);
    return space ? ' ' : character;
  }

  private static void finish(Run run, Runs runs) {
    if (!run.text().isEmpty()) {
      runs.take(run);
    }
  }

  private Face faceOf(int character, Face current, Style style) {
    if (character == ' ' && current != Face.RARE) {
      return current;
    }
    if (style.bold() && has(Face.BOLD, character)) {
      return Face.BOLD;
    }
    return !has(Face.SANS, character) && has(Face.RARE, character) ? Face.RARE : Face.SANS;
  }

  /// Held until the document is finished: the shelf may give them up at any time.
  private BaseFont font(Face face) {
    return held.computeIfAbsent(face, fonts::get);
  }

  private boolean has(Face face, int character) {
    return font(face).charExists(character);
  }

  private Chunk chunk(Run run, Style style) {
    var color = new Color(style.gray(), style.gray(), style.gray());
    var chunk =
        new Chunk(
            run.text().toString(), new Font(font(run.face()), style.size(), Font.NORMAL, color));
    if (style.bold() && run.face() != Face.BOLD) {
      chunk.setTextRenderMode(
          PdfContentByte.TEXT_RENDER_MODE_FILL_STROKE, style.size() / 42, color);
    }
    if (style.struck()) {
      chunk.setUnderline(color, 0, 0.07f, 0, 0.34f, PdfContentByte.LINE_CAP_BUTT);
    }
    return chunk;
  }
}
