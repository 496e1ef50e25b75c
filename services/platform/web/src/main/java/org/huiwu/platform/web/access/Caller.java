package org.huiwu.platform.web.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/// Who asks, as the gateway's token says. A controller method may have one as a parameter.
///
/// @param account the account's name, or a service's
/// @param conference the only one that the token is good for; null where the path has none
/// @param roles held in that conference, with those held on the platform
/// @param platformRoles those held on the platform
/// @param conferences where the path has none: those in which any role is held
/// @param address where the request came from, as the gateway saw it
public record Caller(
    String account,
    @Nullable UUID conference,
    Set<String> roles,
    Set<String> platformRoles,
    Set<UUID> conferences,
    String address) {

  static Caller of(Jwt token) {
    var conference = token.getClaimAsString("conference");
    return new Caller(
        text(token, "sub"),
        conference == null ? null : UUID.fromString(conference),
        Set.copyOf(texts(token, "roles")),
        Set.copyOf(texts(token, "platform_roles")),
        Set.copyOf(texts(token, "conferences").stream().map(UUID::fromString).toList()),
        text(token, "from"));
  }

  /// Within another conference than the token's only what is held on the platform counts.
  Caller within(@Nullable UUID asked) {
    return asked == null || asked.equals(conference)
        ? this
        : new Caller(account, asked, platformRoles, platformRoles, conferences, address);
  }

  /// Whether the account is told that this conference exists.
  public boolean sees(UUID id) {
    return !platformRoles.isEmpty() || conferences.contains(id);
  }

  private static List<String> texts(Jwt token, String claim) {
    var found = token.getClaimAsStringList(claim);
    return found == null ? List.of() : found;
  }

  private static String text(Jwt token, String claim) {
    var found = token.getClaimAsString(claim);
    return found == null ? "" : found;
  }
}
