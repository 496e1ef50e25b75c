package org.huiwu.notification.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA256, as requests to and from providers are signed.
public final class RequestSignature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v1=";

  private RequestSignature() {}

  public static byte[] hmac(byte[] key, byte[] message) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// `v1=` and the HMAC in hex of the time, a dot and the body.
  ///
  /// @param seconds since 1970, UTC, as it stands in its header
  public static String of(String secret, String seconds, byte[] body) {
    var time = (seconds + ".").getBytes(StandardCharsets.US_ASCII);
    var message = new byte[time.length + body.length];
    System.arraycopy(time, 0, message, 0, time.length);
    System.arraycopy(body, 0, message, time.length, body.length);
    return VERSION
        + HexFormat.of().formatHex(hmac(secret.getBytes(StandardCharsets.UTF_8), message));
  }

  /// Takes as long for a wrong signature as for the right one.
  public static boolean matches(String secret, String seconds, byte[] body, String signature) {
    return MessageDigest.isEqual(
        of(secret, seconds, body).getBytes(StandardCharsets.US_ASCII),
        signature.getBytes(StandardCharsets.UTF_8));
  }
}
