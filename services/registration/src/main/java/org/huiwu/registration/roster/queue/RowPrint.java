package org.huiwu.registration.roster.queue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.huiwu.registration.roster.reading.RowOrigin;

/// The same for the same cells, in whatever order the columns stand: what a clerk has said of a row
/// is said of it in the next file too.
public final class RowPrint {
  private static final int BYTES = 16;

  private RowPrint() {}

  public static String of(RowOrigin origin) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      new TreeMap<>(origin.cells())
          .forEach((field, cell) -> {
            if (!cell.text().isEmpty()) {
              digest.update(
                  (field.wire() + '=' + cell.text() + '\u001F').getBytes(StandardCharsets.UTF_8));
            }
          });
      return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
