package org.huiwu.notification.letter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/// What is kept of the number that a text went to: enough to know whether an answer comes from
/// there. Salted with the letter, so that two letters to one number have nothing in common.
final class NumberHash {
  private static final Pattern NOT_A_DIGIT = Pattern.compile("[^0-9]");
  private static final Pattern COUNTRY = Pattern.compile("^(?:00)?86(?=1[0-9]{10}$)");

  private NumberHash() {}

  /// The same for each way in which a number may be written.
  static String of(UUID letter, String number) {
    var plain = COUNTRY.matcher(NOT_A_DIGIT.matcher(number).replaceAll("")).replaceFirst("");
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest((letter + " " + plain).getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
