package org.huiwu.gateway.door.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.huiwu.gateway.GatewayProperties;
import org.huiwu.gateway.audit.AuditTrail;
import org.huiwu.gateway.limit.Buckets;
import org.huiwu.gateway.session.SignedIn;
import org.huiwu.gateway.web.ClientAddress;
import org.huiwu.gateway.web.Problem;
import org.huiwu.gateway.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Who passes, and how often: notes who asks and from where for what comes after, and limits the
/// requests of one account (of one address where nobody is signed in).
public final class Passage extends OncePerRequestFilter {
  private static final String WHO = Passage.class.getName() + ".who";
  private static final String ADDRESS = Passage.class.getName() + ".address";

  private final Buckets buckets;
  private final ClientAddress addresses;
  private final Problems problems;
  private final AuditTrail audit;

  Passage(
      GatewayProperties.Limits limits,
      ClientAddress addresses,
      Problems problems,
      AuditTrail audit) {
    this.buckets = new Buckets(limits.perSecond(), limits.burst());
    this.addresses = addresses;
    this.problems = problems;
    this.audit = audit;
  }

  /// Who is signed in at this request.
  public static Optional<SignedIn> who(HttpServletRequest request) {
    return Optional.ofNullable((SignedIn) request.getAttribute(WHO));
  }

  public static String address(HttpServletRequest request) {
    return request.getAttribute(ADDRESS) instanceof String address ? address : "";
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var address = addresses.of(request);
    request.setAttribute(ADDRESS, address);
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof SignedIn who) {
      request.setAttribute(WHO, who);
    }
    var account = who(request).map(SignedIn::account);
    var answer =
        buckets.take(
            account.map(a -> "account " + a).orElse("address " + address), System.nanoTime());
    if (!answer.isGranted()) {
      if (answer.first()) {
        audit.write(
            account.orElse(AuditTrail.NOBODY),
            request.getMethod(),
            request.getRequestURI(),
            "too-many-requests",
            address);
      }
      problems.write(
          Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests").retryAfter(answer.pause()),
          request,
          response);
      return;
    }
    chain.doFilter(request, response);
  }
}
