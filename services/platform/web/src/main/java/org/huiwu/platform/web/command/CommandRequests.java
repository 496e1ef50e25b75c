package org.huiwu.platform.web.command;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.platform.web.problem.ProblemException.Malformed;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Reads a [CommandRequest] from the headers.
final class CommandRequests implements HandlerMethodArgumentResolver {

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
    var origin =
        new Origin(
            "",
            header(request, "Huiwu-Actor"),
            header(request, "Huiwu-Role"),
            reason(request),
            (Instant) request.getAttribute(BodyOnce.RECEIVED_AT));
    return new CommandRequest(
        origin,
        request.getRequestURI(),
        Optional.ofNullable(request.getHeader("Idempotency-Key")).filter(k -> !k.isBlank()),
        ifMatch(request),
        (String) request.getAttribute(BodyOnce.FINGERPRINT));
  }

  private static String header(HttpServletRequest request, String name) {
    var value = request.getHeader(name);
    if (value == null || value.isBlank()) {
      throw new Malformed("header-required", name);
    }
    return value;
  }

  private static @Nullable String reason(HttpServletRequest request) {
    var value = request.getHeader("Huiwu-Reason");
    try {
      return value == null ? null : URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Malformed("header-malformed", "Huiwu-Reason");
    }
  }

  private static OptionalLong ifMatch(HttpServletRequest request) {
    var value = request.getHeader(HttpHeaders.IF_MATCH);
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
