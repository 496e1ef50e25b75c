package org.huiwu.gateway.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.file.Path;
import java.text.ParseException;

/// The key that signs the services' tokens: made at the first start, kept as a JWK in a file that
/// only the platform's user may read, and the same for all instances of the door.
public final class SigningKey {
  private static final String FILE = "signing-key.jwk";
  private static final int BITS = 2048;

  private SigningKey() {}

  public static JWKSource<SecurityContext> in(Path folder) {
    try {
      var text = PrivateFiles.readOrCreate(folder.resolve(FILE), SigningKey::fresh);
      return new ImmutableJWKSet<>(new JWKSet(RSAKey.parse(text)));
    } catch (ParseException e) {
      throw new IllegalStateException(folder.resolve(FILE) + " holds no RSA key", e);
    }
  }

  private static String fresh() {
    try {
      return new RSAKeyGenerator(BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate()
          .toJSONString();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
