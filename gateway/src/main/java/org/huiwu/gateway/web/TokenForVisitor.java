package org.huiwu.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.huiwu.gateway.door.web.Passage;
import org.huiwu.gateway.token.TokenMint;
import org.huiwu.gateway.visitor.Visitor;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;

/// As [TokenForService], for a [Visitor], whoever may be signed in at this browser besides: a token
/// for no conference, and of all cookies the one that the service itself gave.
final class TokenForVisitor implements UnaryOperator<ServerRequest> {
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  private final TokenMint tokens;
  private final String service;

  TokenForVisitor(TokenMint tokens, String service) {
    this.tokens = tokens;
    this.service = service;
  }

  @Override
  public ServerRequest apply(ServerRequest request) {
    var servlet = request.servletRequest();
    var token = tokens.token(Visitor.ANYBODY, service, null, Passage.address(servlet));
    return ServerRequest.from(request)
        .headers(headers -> {
          headers.headerNames().stream()
              .filter(TokenForService::isTakenOff)
              .toList()
              .forEach(headers::remove);
          headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
          cookie(servlet)
              .ifPresent(secret ->
                  headers.set(
                      HttpHeaders.COOKIE, Visitor.cookie(Visitor.path(servlet)) + "=" + secret));
        })
        .build();
  }

  private static Optional<String> cookie(HttpServletRequest request) {
    var cookies = request.getCookies();
    return cookies == null || !Visitor.path(request).startsWith(Visitor.SITE + "/")
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(c -> c.getName().equals(Visitor.cookie(Visitor.path(request))))
            .map(jakarta.servlet.http.Cookie::getValue)
            .filter(SECRET.asMatchPredicate())
            .findFirst();
  }
}
