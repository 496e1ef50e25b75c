package org.huiwu.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.huiwu.gateway.GatewayProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// The cookie that says who is signed in: no script reads it, no other site sends it.
@Component
public class SessionCookie {
  public static final String NAME = "HUIWU";

  private final GatewayProperties properties;

  SessionCookie(GatewayProperties properties) {
    this.properties = properties;
  }

  public static Optional<String> read(HttpServletRequest request) {
    var cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(c -> c.getName().equals(NAME) && !c.getValue().isEmpty())
            .map(jakarta.servlet.http.Cookie::getValue)
            .findFirst();
  }

  public void set(HttpServletRequest request, HttpServletResponse response, String secret) {
    write(request, response, ResponseCookie.from(NAME, secret));
  }

  public void clear(HttpServletRequest request, HttpServletResponse response) {
    write(request, response, ResponseCookie.from(NAME, "").maxAge(0));
  }

  private void write(
      HttpServletRequest request,
      HttpServletResponse response,
      ResponseCookie.ResponseCookieBuilder cookie) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        cookie
            .path("/")
            .httpOnly(true)
            .sameSite("Strict")
            .secure(properties.secureCookies() || request.isSecure())
            .build()
            .toString());
  }
}
