package org.huiwu.platform.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.huiwu.platform.web.problem.ProblemException;
import org.huiwu.platform.web.problem.ProblemException.Forbidden;
import org.huiwu.platform.web.problem.ProblemException.Unauthenticated;
import org.huiwu.platform.web.problem.ProblemException.Unavailable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Turns away who is not signed in and who may not enter, in the caller's language, and writes it
/// down.
final class Doorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler {
  private static final String NOBODY = "-";
  private static final String RETRY_AFTER_SECONDS = "2";

  private final HandlerExceptionResolver problems;
  private final AuditTrail audit;

  Doorkeeper(HandlerExceptionResolver problems, AuditTrail audit) {
    this.problems = problems;
    this.audit = audit;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e) {
    if (e instanceof AuthenticationServiceException) {
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
      say(request, response, new Unavailable("issuer-unavailable"));
      return;
    }
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    refuse(
        request,
        response,
        NOBODY,
        Objects.toString(request.getRemoteAddr(), ""),
        e.getCause() instanceof VerifiedTokens.NotNowException
            ? new Unauthenticated("clocks-differ")
            : new Unauthenticated("sign-in-required"));
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) {
    var caller = ActionsAllowed.caller();
    refuse(
        request,
        response,
        caller.account(),
        caller.address(),
        new Forbidden("not-allowed", request.getRequestURI()));
  }

  private void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      String account,
      String address,
      ProblemException refusal) {
    audit.write(
        new AuditTrail.Entry(
            null,
            account,
            "",
            request.getMethod(),
            request.getRequestURI(),
            refusal.code(),
            null,
            address));
    say(request, response, refusal);
  }

  private void say(
      HttpServletRequest request, HttpServletResponse response, ProblemException problem) {
    problems.resolveException(request, response, null, problem);
  }
}
