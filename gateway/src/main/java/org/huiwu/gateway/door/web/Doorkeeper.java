package org.huiwu.gateway.door.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.huiwu.gateway.audit.AuditTrail;
import org.huiwu.gateway.session.SignedIn;
import org.huiwu.gateway.web.Problem;
import org.huiwu.gateway.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/// Turns away who is not signed in or may not enter, and writes it down.
final class Doorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final Problems problems;
  private final AuditTrail audit;

  Doorkeeper(Problems problems, AuditTrail audit) {
    this.problems = problems;
    this.audit = audit;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    refuse(request, response, Problem.of(HttpStatus.UNAUTHORIZED, "sign-in-required"));
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException {
    refuse(
        request,
        response,
        Problem.of(HttpStatus.FORBIDDEN, e instanceof CsrfException ? "csrf" : "not-allowed"));
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    audit.write(
        Passage.who(request).map(SignedIn::account).orElse(AuditTrail.NOBODY),
        request.getMethod(),
        request.getRequestURI(),
        problem.code(),
        Passage.address(request));
    problems.write(problem, request, response);
  }
}
