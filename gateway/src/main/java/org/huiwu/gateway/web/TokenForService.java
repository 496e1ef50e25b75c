package org.huiwu.gateway.web;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.huiwu.gateway.door.web.Passage;
import org.huiwu.gateway.token.TokenMint;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;

/// What a request says about who sends it is taken off, and the door's own word put on: a token for
/// this service and for the conference in the path.
final class TokenForService implements UnaryOperator<ServerRequest> {
  private static final Pattern CONFERENCE =
      Pattern.compile(
          "^/conferences/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?:/.*)?$");
  private static final Set<String> KEPT =
      Set.of("huiwu-role", "huiwu-reason", "huiwu-preview", "huiwu-search");
  private static final Set<String> TAKEN_OFF =
      Set.of("authorization", "proxy-authorization", "cookie", "forwarded", "x-xsrf-token");

  private final TokenMint tokens;
  private final String service;

  TokenForService(TokenMint tokens, String service) {
    this.tokens = tokens;
    this.service = service;
  }

  @Override
  public ServerRequest apply(ServerRequest request) {
    var servlet = request.servletRequest();
    var who =
        Passage.who(servlet)
            .orElseThrow(() -> Problem.of(HttpStatus.UNAUTHORIZED, "sign-in-required"));
    var token = tokens.token(who, service, conference(request), Passage.address(servlet));
    return ServerRequest.from(request)
        .headers(headers -> {
          headers.headerNames().stream()
              .filter(TokenForService::isTakenOff)
              .toList()
              .forEach(headers::remove);
          headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        })
        .build();
  }

  static boolean isTakenOff(String header) {
    var name = header.toLowerCase(Locale.ROOT);
    return TAKEN_OFF.contains(name)
        || name.startsWith("x-forwarded-")
        || name.startsWith("huiwu-") && !KEPT.contains(name);
  }

  /// In the path that the service sees.
  private static @Nullable UUID conference(ServerRequest request) {
    var found = CONFERENCE.matcher(request.uri().getPath());
    return found.matches() ? UUID.fromString(found.group(1)) : null;
  }
}
