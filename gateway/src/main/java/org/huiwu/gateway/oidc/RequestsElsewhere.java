package org.huiwu.gateway.oidc;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiwu.gateway.GatewayProperties;
import org.huiwu.gateway.session.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What was asked of the issuer, until the browser that asked comes back: in the database, so that
/// another instance may take it in, and found by a cookie that only that browser has.
@Repository
class RequestsElsewhere implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
  private static final String COOKIE = "HUIWU-ELSEWHERE";
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final int BYTES = 32;

  record Asked(
      String authorizationUri,
      String requestUri,
      String clientId,
      String redirectUri,
      Set<String> scopes,
      String state,
      Map<String, Object> parameters,
      Map<String, Object> attributes) {}

  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final Clock clock;
  private final GatewayProperties properties;
  private final SecureRandom random = new SecureRandom();

  RequestsElsewhere(JdbcTemplate jdbc, JsonMapper json, Clock clock, GatewayProperties properties) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
    this.properties = properties;
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    return browser(request).flatMap(b -> find(b, request.getParameter("state"))).orElse(null);
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest asked,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (asked == null) {
      removeAuthorizationRequest(request, response);
      return;
    }
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    var browser = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    jdbc.update("delete from sign_in_elsewhere where at < ?", now.minus(LIFE));
    jdbc.update(
        "insert into sign_in_elsewhere (browser, request, at) values (?, ?, ?)",
        Sessions.hash(browser),
        json.writeValueAsString(
            new Asked(
                asked.getAuthorizationUri(),
                asked.getAuthorizationRequestUri(),
                asked.getClientId(),
                String.valueOf(asked.getRedirectUri()),
                asked.getScopes(),
                String.valueOf(asked.getState()),
                asked.getAdditionalParameters(),
                asked.getAttributes())),
        now);
    cookie(request, response, browser, LIFE);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    var found = loadAuthorizationRequest(request);
    browser(request)
        .ifPresent(
            b -> jdbc.update("delete from sign_in_elsewhere where browser = ?", Sessions.hash(b)));
    cookie(request, response, "", Duration.ZERO);
    return found;
  }

  private Optional<OAuth2AuthorizationRequest> find(String browser, @Nullable String state) {
    var since = clock.instant().minus(LIFE).atOffset(ZoneOffset.UTC);
    return jdbc
        .queryForList(
            "select request from sign_in_elsewhere where browser = ? and at > ?",
            String.class,
            Sessions.hash(browser),
            since)
        .stream()
        .map(text -> json.readValue(text, Asked.class))
        .filter(a -> a.state().equals(state))
        .map(a ->
            OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(a.authorizationUri())
                .authorizationRequestUri(a.requestUri())
                .clientId(a.clientId())
                .redirectUri(a.redirectUri())
                .scopes(a.scopes())
                .state(a.state())
                .additionalParameters(a.parameters())
                .attributes(a.attributes())
                .build())
        .findFirst();
  }

  private static Optional<String> browser(HttpServletRequest request) {
    var cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(c -> c.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .findFirst();
  }

  /// The way back is a navigation from another site: Lax, not Strict.
  private void cookie(
      HttpServletRequest request, HttpServletResponse response, String value, Duration life) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, value)
            .path("/")
            .httpOnly(true)
            .sameSite("Lax")
            .secure(properties.secureCookies() || request.isSecure())
            .maxAge(life)
            .build()
            .toString());
  }
}
