package org.huiwu.gateway.token.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/// The issued tokens carry everything and live for minutes: nothing is looked up, refreshed or
/// revoked, so nothing is kept.
final class NothingToRemember implements OAuth2AuthorizationService {

  @Override
  public void save(OAuth2Authorization authorization) {
    // see above
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    // see above
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return null;
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    return null;
  }
}
