package org.huiwu.oracle;

import java.util.Arrays;
import java.util.Comparator;

/// The order of Unicode code points, in which the files of `expected/` are sorted.
/// `String.compareTo` differs from it for the rare characters of names that lie beyond U+FFFF.
public final class CodePoints {

  public static final Comparator<String> ORDER = CodePoints::compare;

  private CodePoints() {}

  private static int compare(String left, String right) {
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    return Arrays.compare(a, b);
  }
}
