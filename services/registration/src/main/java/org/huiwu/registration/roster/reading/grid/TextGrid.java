package org.huiwu.registration.roster.reading.grid;

import java.util.List;
import java.util.TreeMap;

/// A CSV or TSV file: one sheet without a name. Which character divides its fields is told by the
/// content.
final class TextGrid implements Grid {
  private static final List<Character> DELIMITERS = List.of(',', '\t', ';');
  private static final int SAMPLE = 100;

  private final String text;
  private final char delimiter;

  private TextGrid(String text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
  }

  static TextGrid of(byte[] content) throws UnreadableFileException {
    String text = TextEncoding.decode(content);
    if (GridCell.isBlank(text)) {
      throw new UnreadableFileException(Refusal.EMPTY);
    }
    TextGrid grid = new TextGrid(text, delimiter(text));
    int rows = grid.countRows();
    if (rows > MOST_ROWS) {
      throw new UnreadableFileException(Refusal.TOO_MANY_ROWS);
    }
    if (rows == 0) {
      throw new UnreadableFileException(Refusal.EMPTY);
    }
    return grid;
  }

  /// The one that divides the most records; among equals, into the most fields.
  private static char delimiter(String text) {
    char best = ',';
    long bestScore = 0;
    for (char candidate : DELIMITERS) {
      long score = score(text, candidate);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private static long score(String text, char delimiter) {
    int[] counts = new int[3];
    new DelimitedText(text, delimiter)
        .read(record -> {
          counts[0]++;
          counts[1] += record.size() > 1 ? 1 : 0;
          counts[2] += record.size() - 1;
          return counts[0] < SAMPLE;
        });
    return counts[1] * 1_000_000L + Math.min(counts[2], 999_999);
  }

  private int countRows() {
    int[] rows = new int[1];
    new DelimitedText(text, delimiter)
        .read(record -> {
          rows[0] += record.stream().allMatch(GridCell::isBlank) ? 0 : 1;
          return rows[0] <= MOST_ROWS;
        });
    return rows[0];
  }

  @Override
  public boolean isText() {
    return true;
  }

  @Override
  public void showRows(RowVisitor visitor) {
    visitor.sheet("");
    int[] number = new int[1];
    new DelimitedText(text, delimiter)
        .read(record -> {
          number[0]++;
          TreeMap<Integer, GridCell> cells = new TreeMap<>();
          for (int column = 0; column < record.size(); column++) {
            if (!GridCell.isBlank(record.get(column))) {
              cells.put(column, GridCell.value(record.get(column)));
            }
          }
          if (!cells.isEmpty()) {
            visitor.row(new GridRow(number[0], cells));
          }
          return true;
        });
  }
}
