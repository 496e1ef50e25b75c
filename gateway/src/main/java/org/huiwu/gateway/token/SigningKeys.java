package org.huiwu.gateway.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The keys of the services' tokens, as JWKs in files that only the platform's user may read, the
/// same for all instances of the door. `signing-key.jwk` signs; it is made where it is missing. All
/// `signing-key*.jwk` are published, so that a key that was renamed is still believed.
///
/// The folder is looked at again each second: renaming the file changes the key while the platform
/// runs.
public final class SigningKeys implements JWKSource<SecurityContext> {
  private static final String CURRENT = "signing-key.jwk";
  private static final String ALL = "signing-key*.jwk";
  private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(1);
  private static final int BITS = 2048;

  private record Keys(RSAKey current, List<JWK> all, Instant until) {}

  private final Path folder;
  private final Clock clock;
  private @Nullable Keys known;

  public SigningKeys(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    keys();
  }

  /// What is to be published.
  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
    return selector.select(new JWKSet(keys().all()));
  }

  /// Only the key that signs.
  public JWKSource<SecurityContext> signing() {
    return (selector, _) -> selector.select(new JWKSet(keys().current()));
  }

  /// The id of the key that signs.
  String current() {
    return keys().current().getKeyID();
  }

  private synchronized Keys keys() {
    var now = clock.instant();
    if (known == null || !known.until().isAfter(now)) {
      known = read(now.plus(LOOKED_AT_EVERY));
    }
    return known;
  }

  private Keys read(Instant until) {
    var current = parsed(PrivateFiles.readOrCreate(folder.resolve(CURRENT), SigningKeys::fresh));
    List<JWK> all = new ArrayList<>();
    all.add(current);
    try (var files = Files.newDirectoryStream(folder, ALL)) {
      for (var file : files) {
        var key = parsed(Files.readString(file));
        if (all.stream().noneMatch(k -> k.getKeyID().equals(key.getKeyID()))) {
          all.add(key);
        }
      }
    } catch (NoSuchFileException _) {
      // renamed since it was listed
      return read(until);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Keys(current, List.copyOf(all), until);
  }

  private RSAKey parsed(String text) {
    try {
      return RSAKey.parse(text);
    } catch (ParseException e) {
      throw new IllegalStateException("a file " + ALL + " in " + folder + " holds no RSA key", e);
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
