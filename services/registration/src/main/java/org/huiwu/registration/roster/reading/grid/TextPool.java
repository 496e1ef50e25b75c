package org.huiwu.registration.roster.reading.grid;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The shared texts of a workbook, kept as the bytes that they are: half a million of them as
/// objects would be half of the heap.
final class TextPool {
  private static final int MOST_TEXTS = 2_000_000;
  private static final int MOST_BYTES = 32 * 1024 * 1024;

  private byte[] bytes = new byte[4 * 1024];
  private int[] ends = new int[256];
  private int count;

  void add(String text) {
    byte[] added = text.getBytes(StandardCharsets.UTF_8);
    int start = end(count);
    if (count >= MOST_TEXTS || start + added.length > MOST_BYTES) {
      throw new BeyondLimitException(Refusal.TOO_BIG, "shared strings");
    }
    bytes = room(bytes, start + added.length);
    System.arraycopy(added, 0, bytes, start, added.length);
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    ends[count++] = start + added.length;
  }

  /// @throws IndexOutOfBoundsException if there is no such text
  String get(int index) {
    if (index < 0 || index >= count) {
      throw new IndexOutOfBoundsException(index);
    }
    int start = end(index);
    return new String(bytes, start, ends[index] - start, StandardCharsets.UTF_8);
  }

  private int end(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }

  private static byte[] room(byte[] bytes, int wanted) {
    return wanted <= bytes.length
        ? bytes
        : Arrays.copyOf(bytes, Math.max(wanted, bytes.length + bytes.length / 2));
  }
}
