package org.huiwu.registration.roster.reading.grid;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/// A CSV or TSV file: one sheet without a name. Which character divides its fields is told by the
/// content.
final class TextGrid implements Grid {
  private static final List<Character> DELIMITERS = List.of(',', '\t', ';');
  private static final int SAMPLE = 100;

  private final Path file;
  private final Charset charset;
  private char delimiter = ',';
  private int rows;

  private TextGrid(Path file, Charset charset) {
    this.file = file;
    this.charset = charset;
  }

  static TextGrid of(Path file) throws IOException, UnreadableFileException {
    TextGrid grid = new TextGrid(file, TextEncoding.of(file));
    try {
      grid.delimiter = grid.dividing();
      grid.read(grid.delimiter, grid::count);
    } catch (BeyondLimitException e) {
      throw e.unreadable();
    }
    if (grid.rows == 0) {
      throw new UnreadableFileException(Refusal.EMPTY, "");
    }
    return grid;
  }

  /// The one that divides the most records; among equals, into the most fields.
  private char dividing() throws IOException {
    char best = ',';
    long bestScore = 0;
    for (char candidate : DELIMITERS) {
      long score = score(candidate);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private long score(char candidate) throws IOException {
    int[] counts = new int[3];
    try {
      read(
          candidate,
          record -> {
            counts[0]++;
            counts[1] += record.size() > 1 ? 1 : 0;
            counts[2] += record.size() - 1;
            return counts[0] < SAMPLE;
          });
    } catch (BeyondLimitException _) {
      return 0;
    }
    return counts[1] * 1_000_000L + Math.min(counts[2], 999_999);
  }

  private boolean count(List<String> record) {
    rows += record.stream().allMatch(GridCell::isBlank) ? 0 : 1;
    if (rows > MOST_ROWS) {
      throw new BeyondLimitException(Refusal.TOO_MANY_ROWS, "> " + MOST_ROWS);
    }
    return true;
  }

  private void read(char divided, Predicate<List<String>> wanted) throws IOException {
    try (Reader text = TextEncoding.reader(file, charset)) {
      new DelimitedText(text, divided).read(wanted);
    }
  }

  @Override
  public boolean isText() {
    return true;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public void showRows(RowVisitor visitor) {
    visitor.sheet("");
    int[] number = new int[1];
    try {
      read(
          delimiter,
          record -> {
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
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Each reading closes what it opened.
  @Override
  public void close() {}
}
