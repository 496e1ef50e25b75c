package org.huiwu.gateway.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// What the door itself does, with accounts, sessions and grants, cannot be previewed: who asks for
/// a preview does not want it done. What it passes on the services say for themselves.
@Component
final class NoPreviewHere extends OncePerRequestFilter {
  private static final String HEADER = "Huiwu-Preview";
  private static final String PASSED_ON = "/api/";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final Problems problems;

  NoPreviewHere(Problems problems) {
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return READING.contains(request.getMethod()) || request.getRequestURI().startsWith(PASSED_ON);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    switch (request.getHeader(HEADER)) {
      case null -> chain.doFilter(request, response);
      case "false" -> chain.doFilter(request, response);
      case "true" ->
          problems.write(
              Problem.of(HttpStatus.BAD_REQUEST, "preview-impossible"), request, response);
      default ->
          problems.write(
              Problem.of(HttpStatus.BAD_REQUEST, "header-malformed", HEADER), request, response);
    }
  }
}
