package org.huiwu.notification.sitelink;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Something that whoever bears it is believed for: 256 random bits. It is told once and then known
/// by its hash only; a hash without a salt will do, as nobody can guess what it is of.
///
/// @param text as it is handed over: base64url without padding, 43 characters
public record Secret(String text) {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Secret NOBODYS = fresh();

  public static Secret fresh() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /// What cannot be a secret is looked for like one that is nobody's: the answer takes as long.
  public static Secret read(@Nullable String text) {
    return text != null && SECRET.matcher(text).matches() ? new Secret(text) : NOBODYS;
  }

  /// SHA-256.
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// It is written nowhere.
  @Override
  public String toString() {
    return "Secret[]";
  }
}
