package org.huiwu.provider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What sender and provider sign with: HMAC-SHA256 over the time in seconds, a dot and the body.
///
/// @param secret never shown
public record SharedKey(String id, String secret) {
  private static final String ALGORITHM = "HmacSHA256";

  public String sign(String seconds, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
      return "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean signed(String seconds, byte[] body, String signature) {
    return MessageDigest.isEqual(
        sign(seconds, body).getBytes(StandardCharsets.US_ASCII),
        signature.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "SharedKey[" + id + "]";
  }
}
