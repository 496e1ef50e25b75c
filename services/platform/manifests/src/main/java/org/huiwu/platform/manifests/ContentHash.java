package org.huiwu.platform.manifests;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The hash of a manifest's content, independent of the order of its lines, and cheap to keep up to
/// date: the sum, modulo 2^256, of the SHA-256 of every line and of the header.
public final class ContentHash {
  public static final String EMPTY = "0".repeat(64);
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

  private ContentHash() {}

  public static String plus(String hash, String line, Map<String, String> fields) {
    return shift(hash, of(line, fields));
  }

  public static String minus(String hash, String line, Map<String, String> fields) {
    return shift(hash, of(line, fields).negate());
  }

  private static String shift(String hash, BigInteger by) {
    var sum = new BigInteger(hash, 16).add(by).mod(MODULUS);
    return "%064x".formatted(sum);
  }

  /// The header is the line with the empty key.
  private static BigInteger of(String line, Map<String, String> fields) {
    SortedMap<String, String> sorted = new TreeMap<>(fields);
    var text = new StringBuilder(line);
    sorted.forEach(
        (name, value) -> text.append('\u0001').append(name).append('\u0002').append(value));
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return new BigInteger(HexFormat.of().formatHex(digest), 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
