package org.huiwu.gateway.door.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.huiwu.gateway.audit.AuditTrail;
import org.huiwu.gateway.visitor.FirstRefusals;
import org.huiwu.gateway.visitor.Visitor;
import org.huiwu.gateway.web.Problem;
import org.huiwu.gateway.web.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Recipients have no CSRF token: what changes something for them must come from the door's own
/// page. No form of another site can send JSON or a header of ours, and browsers say where a
/// request comes from.
final class FromItsOwnPage extends OncePerRequestFilter {
  static final String HEADER = "X-Huiwu-Site";
  private static final Set<String> ASKING = Set.of("GET", "HEAD");
  private static final String JSON = "application/json";

  private final Problems problems;
  private final AuditTrail audit;
  private final FirstRefusals refusals;

  FromItsOwnPage(Problems problems, AuditTrail audit, FirstRefusals refusals) {
    this.problems = problems;
    this.audit = audit;
    this.refusals = refusals;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !Visitor.path(request).startsWith(Visitor.SITE + "/")
        || ASKING.contains(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var refusal = refusal(request);
    if (refusal.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    if (refusals.isFirst(refusal.get().code(), Passage.address(request))) {
      audit.write(
          AuditTrail.NOBODY,
          request.getMethod(),
          request.getRequestURI(),
          refusal.get().code(),
          Passage.address(request));
    }
    problems.write(refusal.get(), request, response);
  }

  private static Optional<Problem> refusal(HttpServletRequest request) {
    if (Objects.requireNonNullElse(request.getHeader(HEADER), "").isBlank()
        || isElsewhere(request)) {
      return Optional.of(Problem.of(HttpStatus.FORBIDDEN, "not-from-the-page"));
    }
    var type = Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
    return type.startsWith(JSON)
        ? Optional.empty()
        : Optional.of(Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "media-type"));
  }

  private static boolean isElsewhere(HttpServletRequest request) {
    var site = request.getHeader("Sec-Fetch-Site");
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    return site != null && !site.equals("same-origin")
        || origin != null && !isOurs(origin, request.getHeader(HttpHeaders.HOST));
  }

  /// Whether TLS ends here or in front of the door, the browser's name for us is the same.
  private static boolean isOurs(String origin, String host) {
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
