package org.huiwu.gateway.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.gateway.GatewayProperties;
import org.huiwu.gateway.session.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/// Makes the tokens that services believe: for one session, one service and one conference, at most
/// five minutes long. They never leave the platform. One is used again until its last minute, or
/// until what the account may do, or the key, has changed.
@Component
public class TokenMint {
  public static final Duration LIFE = Duration.ofMinutes(5);
  private static final Duration LAST_MINUTE = Duration.ofMinutes(1);
  private static final int KEPT = 4_000;
  private static final float LOAD = 0.75f;
  private static final JwsHeader HEADER = JwsHeader.with(SignatureAlgorithm.RS256).build();

  private record For(
      UUID session,
      long rights,
      String service,
      @Nullable UUID conference,
      String address,
      String signedWith) {}

  private record Minted(String token, Instant until) {}

  private final JwtEncoder encoder;
  private final SigningKeys keys;
  private final String issuer;
  private final Clock clock;
  private final Map<For, Minted> minted =
      new LinkedHashMap<>(64, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<For, Minted> eldest) {
          return size() > KEPT;
        }
      };

  TokenMint(JwtEncoder encoder, SigningKeys keys, GatewayProperties properties, Clock clock) {
    this.encoder = encoder;
    this.keys = keys;
    this.issuer = properties.issuer().toString();
    this.clock = clock;
  }

  /// @param conference the one in the path; null where there is none
  /// @param address where the request came from
  public String token(SignedIn who, String service, @Nullable UUID conference, String address) {
    var key = new For(who.session(), who.rights(), service, conference, address, keys.current());
    synchronized (minted) {
      var known = minted.get(key);
      if (known != null && known.until().isAfter(clock.instant())) {
        return known.token();
      }
    }
    var fresh = mint(who, key);
    synchronized (minted) {
      minted.put(key, fresh);
    }
    return fresh.token();
  }

  private Minted mint(SignedIn who, For key) {
    var now = clock.instant();
    var claims =
        JwtClaimsSet.builder()
            .issuer(issuer)
            .subject(who.account())
            .audience(List.of(key.service()))
            .issuedAt(now)
            .expiresAt(now.plus(LIFE))
            .id(who.session().toString())
            .claim("name", who.name())
            .claim("from", key.address())
            .claim("platform_roles", List.copyOf(who.platformRoles()));
    if (key.conference() == null) {
      claims
          .claim("roles", List.copyOf(who.platformRoles()))
          .claim("conferences", who.conferences().stream().map(UUID::toString).toList());
    } else {
      claims
          .claim("conference", key.conference().toString())
          .claim("roles", List.copyOf(who.rolesIn(key.conference())));
    }
    var token = encoder.encode(JwtEncoderParameters.from(HEADER, claims.build())).getTokenValue();
    return new Minted(token, now.plus(LIFE).minus(LAST_MINUTE));
  }
}
