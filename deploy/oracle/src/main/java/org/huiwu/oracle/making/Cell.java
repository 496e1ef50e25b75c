package org.huiwu.oracle.making;

import java.time.LocalDateTime;

/// What stands in one cell of a roster.
sealed interface Cell {

  Cell BLANK = new Text("");

  record Text(String text) implements Cell {}

  record Digits(long number) implements Cell {}

  record Moment(LocalDateTime time) implements Cell {}

  /// Without the leading `=`.
  record Formula(String formula) implements Cell {}
}
