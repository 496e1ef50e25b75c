package org.huiwu.platform.web.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/// Verifies the gateway's tokens: signature (RS256, the issuer's published keys), issuer, audience
/// (this service), times, and that it was never meant to live longer than five minutes.
///
/// The gateway sends the same token for some minutes: what was verified is remembered until it
/// expires, so that a request costs a look-up. The keys are fetched at the first request, not at
/// the start.
final class VerifiedTokens implements JwtDecoder {
  static final Duration LONGEST = Duration.ofMinutes(5);

  /// How far this machine's clock may differ from the gateway's.
  static final Duration SKEW = Duration.ofMinutes(1);

  private static final int REMEMBERED = 2_000;
  private static final OAuth2Error TIMES = new OAuth2Error("invalid_token", "not now", null);
  private static final int PATIENCE_MILLIS = 3_000;
  private static final float LOAD = 0.75f;

  /// It was good, or will be: by this machine's clock it is not. The gateway sends none that has
  /// not a minute left, so that one of the two clocks is wrong.
  static final class NotNowException extends BadJwtException {
    private static final long serialVersionUID = 1L;

    NotNowException() {
      super("not valid at this time");
    }
  }

  private final JwtDecoder verifier;
  private final Clock clock;
  private final Map<String, Jwt> verified =
      new LinkedHashMap<>(64, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Jwt> eldest) {
          return size() > REMEMBERED;
        }
      };

  VerifiedTokens(AccessProperties properties, String audience, Clock clock) {
    this.verifier = verifier(properties, audience, clock);
    this.clock = clock;
  }

  private static JwtDecoder verifier(AccessProperties properties, String audience, Clock clock) {
    var http = new SimpleClientHttpRequestFactory();
    http.setConnectTimeout(PATIENCE_MILLIS);
    http.setReadTimeout(PATIENCE_MILLIS);
    var decoder =
        NimbusJwtDecoder.withJwkSetUri(properties.keys().toString())
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .restOperations(new RestTemplate(http))
            .build();
    var times = new JwtTimestampValidator(SKEW);
    times.setClock(clock);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            token ->
                times.validate(token).hasErrors()
                    ? OAuth2TokenValidatorResult.failure(TIMES)
                    : OAuth2TokenValidatorResult.success(),
            new JwtIssuerValidator(properties.issuer()),
            new JwtAudienceValidator(audience),
            VerifiedTokens::shortLived));
    return decoder;
  }

  private static OAuth2TokenValidatorResult shortLived(Jwt token) {
    var issued = token.getIssuedAt();
    var expires = token.getExpiresAt();
    return issued != null && expires != null && !expires.isAfter(issued.plus(LONGEST))
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(
            new OAuth2Error("invalid_token", "lives too long", null));
  }

  private Jwt verified(String token) {
    try {
      return verifier.decode(token);
    } catch (JwtValidationException e) {
      if (e.getErrors().contains(TIMES)) {
        throw new NotNowException();
      }
      throw e;
    }
  }

  @Override
  public Jwt decode(String token) {
    synchronized (verified) {
      var known = verified.get(token);
      if (known != null) {
        if (known.getExpiresAt() instanceof Instant at && at.plus(SKEW).isAfter(clock.instant())) {
          return known;
        }
        verified.remove(token);
        throw new NotNowException();
      }
    }
    var fresh = verified(token);
    synchronized (verified) {
      verified.put(token, fresh);
    }
    return fresh;
  }
}
