package org.huiwu.platform.manifests;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// The hash of a manifest's content, independent of the order of its lines, and cheap to keep up to
/// date: the sum, modulo 2^256, of the SHA-256 of every line and of the header.
public final class ContentHash {
  public static final String EMPTY = "0".repeat(64);

  private ContentHash() {}

  public static String plus(String hash, String line, Map<String, String> fields) {
    var sum = new Sum(hash);
    sum.plus(line, fields);
    return sum.hash();
  }

  public static String minus(String hash, String line, Map<String, String> fields) {
    var sum = new Sum(hash);
    sum.minus(line, fields);
    return sum.hash();
  }

  /// A hash that many lines are added to and taken from. Not thread-safe.
  public static final class Sum {
    private final byte[] bytes;
    private final MessageDigest sha256;

    public Sum(String hash) {
      bytes = HexFormat.of().parseHex(hash);
      try {
        sha256 = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    public void plus(String line, Map<String, String> fields) {
      var digest = digest(line, fields);
      var carry = 0;
      for (int i = bytes.length - 1; i >= 0; i--) {
        carry += Byte.toUnsignedInt(bytes[i]) + Byte.toUnsignedInt(digest[i]);
        bytes[i] = (byte) carry;
        carry >>= Byte.SIZE;
      }
    }

    public void minus(String line, Map<String, String> fields) {
      var digest = digest(line, fields);
      var borrow = 0;
      for (int i = bytes.length - 1; i >= 0; i--) {
        borrow += Byte.toUnsignedInt(bytes[i]) - Byte.toUnsignedInt(digest[i]);
        bytes[i] = (byte) borrow;
        borrow >>= Byte.SIZE;
      }
    }

    /// 64 hexadecimal digits.
    public String hash() {
      return HexFormat.of().formatHex(bytes);
    }

    /// The header is the line with the empty key.
    private byte[] digest(String line, Map<String, String> fields) {
      var text = new StringBuilder(line);
      new TreeMap<>(fields)
          .forEach(
              (name, value) -> text.append('\u0001').append(name).append('\u0002').append(value));
      return sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }
}
