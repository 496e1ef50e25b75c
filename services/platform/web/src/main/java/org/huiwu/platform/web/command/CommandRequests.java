package org.huiwu.platform.web.command;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.platform.web.access.Acting;
import org.huiwu.platform.web.problem.ProblemException.Malformed;
import org.huiwu.platform.web.problem.ProblemException.Unauthenticated;
import org.huiwu.platform.web.problem.ProblemException.VersionRequired;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Reads a [CommandRequest]: who acts and as what from the token, the rest from the headers.
final class CommandRequests implements HandlerMethodArgumentResolver {
  static final String KEY = "Idempotency-Key";
  static final String REASON = "Huiwu-Reason";
  static final int LONGEST_KEY = 200;
  static final int LONGEST_REASON = 500;

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().equals(CommandRequest.class);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    var request = web.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("not an HTTP request");
    }
    var acting = Acting.current().orElseThrow(() -> new Unauthenticated("sign-in-required"));
    var origin =
        new Origin(
            "",
            acting.account(),
            acting.role(),
            reason(request),
            (Instant) request.getAttribute(BodyOnce.RECEIVED_AT));
    return new CommandRequest(
        origin,
        request.getRequestURI(),
        key(parameter, request),
        ifMatch(parameter, request),
        (String) request.getAttribute(BodyOnce.FINGERPRINT),
        PreviewsOfCommands.isAsked(request));
  }

  private static Optional<String> key(MethodParameter parameter, HttpServletRequest request) {
    var key = Optional.ofNullable(request.getHeader(KEY)).filter(k -> !k.isBlank());
    if (key.isEmpty() && parameter.hasParameterAnnotation(Keyed.class)) {
      throw new Malformed("idempotency-key-required");
    }
    if (key.filter(k -> k.length() > LONGEST_KEY).isPresent()) {
      throw new Malformed("header-malformed", KEY);
    }
    return key;
  }

  private static @Nullable String reason(HttpServletRequest request) {
    var value = request.getHeader(REASON);
    if (value == null) {
      return null;
    }
    try {
      var reason = URLDecoder.decode(value, StandardCharsets.UTF_8);
      if (reason.length() <= LONGEST_REASON && reason.chars().noneMatch(Character::isISOControl)) {
        return reason;
      }
    } catch (IllegalArgumentException e) {
      throw new Malformed("header-malformed", REASON);
    }
    throw new Malformed("header-malformed", REASON);
  }

  private static OptionalLong ifMatch(MethodParameter parameter, HttpServletRequest request) {
    var value = request.getHeader(HttpHeaders.IF_MATCH);
    if (value == null && parameter.hasParameterAnnotation(Versioned.class)) {
      throw new VersionRequired();
    }
    if (value == null) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(value.strip().replaceAll("^(W/)?\"|\"$", "")));
    } catch (NumberFormatException e) {
      throw new Malformed("header-malformed", HttpHeaders.IF_MATCH);
    }
  }
}
