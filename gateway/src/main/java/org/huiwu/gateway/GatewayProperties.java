package org.huiwu.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Settings of the door (`huiwu.gateway.*`); time limits and circuits are Resilience4j's own
/// settings.
///
/// @param services where each service answers, by name; several addresses are several instances of
///   it
/// @param issuer the public address of the door, which signs the services' tokens in its name
/// @param secrets the folder of the signing key and the services' secrets
/// @param administratorPassword where the first start writes the one-time password
/// @param trustedProxies addresses, or networks such as `10.1.0.0/16`, whose `X-Forwarded-For` is
///   believed
/// @param secureCookies whether cookies are for https only, also where TLS ends in front of the
///   door
@ConfigurationProperties("huiwu.gateway")
public record GatewayProperties(
    Map<String, List<URI>> services,
    URI issuer,
    Path secrets,
    Path administratorPassword,
    Set<String> trustedProxies,
    boolean secureCookies,
    Session session,
    Limits limits,
    @Nullable Oidc oidc) {

  /// @param idle signed out after this time without a request
  /// @param longest signed out after this time in any case
  public record Session(Duration idle, Duration longest) {}

  /// @param perSecond requests a second of one account (of one address where nobody is signed in)
  /// @param burst how many may come at once
  /// @param attempts wrong passwords for one account from one address within the window
  /// @param attemptsAnywhere wrong passwords for one account, or from one address, within the
  ///   window
  /// @param siteAttempts links and codes from one address, within the window, that were no good
  public record Limits(
      int perSecond,
      int burst,
      int attempts,
      int attemptsAnywhere,
      int siteAttempts,
      Duration attemptWindow) {}

  /// An issuer of the organisation's own, beside the accounts here. Without an issuer there is
  /// none.
  ///
  /// @param name shown on the sign-in page
  /// @param accountClaim whose value becomes the account's name here
  public record Oidc(
      String issuer, String clientId, String clientSecret, String name, String accountClaim) {

    public boolean isConfigured() {
      return !issuer.isBlank();
    }
  }
}
