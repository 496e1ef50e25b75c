package org.huiwu.platform.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huiwu.platform.web.problem.ProblemException.Forbidden;
import org.huiwu.platform.web.problem.ProblemException.Unauthenticated;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Holds every handler method to [Rights]: denied unless its [Allowed] action is allowed to a role
/// that the caller holds where the path points. A refusal, and a command that nobody else has
/// written down, is written to the audit trail.
final class ActionsAllowed implements HandlerInterceptor {
  private static final String ROLE_HEADER = "Huiwu-Role";
  private static final Set<String> SAFE =
      Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());
  private static final String ADMINISTRATOR = "administrator";
  private static final int REFUSED = 400;

  private final Rights rights;
  private final AuditTrail audit;
  private final ObjectProvider<KnownConferences> conferences;

  ActionsAllowed(Rights rights, AuditTrail audit, ObjectProvider<KnownConferences> conferences) {
    this.rights = rights;
    this.audit = audit;
    this.conferences = conferences;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && Acting.current().isEmpty()) {
      allow(request, method);
    }
    return true;
  }

  private void allow(HttpServletRequest request, HandlerMethod method) {
    var variables = variables(request);
    var caller = caller().within(conference(variables).orElse(null));
    var action = action(method, variables);
    var wanted = request.getHeader(ROLE_HEADER);
    var right = rights.find(action);
    if (right.isEmpty()) {
      throw refuse(request, caller, "", action, new Forbidden("not-allowed", action));
    }
    if (wanted != null && !wanted.isBlank()) {
      if (!right.get().allows(caller, wanted)) {
        throw refuse(request, caller, wanted, action, new Forbidden("role-not-held", wanted));
      }
      acting(caller, wanted, action);
    } else {
      acting(
          caller,
          right
              .get()
              .roleOf(caller)
              .orElseThrow(
                  () -> refuse(request, caller, "", action, new Forbidden("not-allowed", action))),
          action);
    }
  }

  private void acting(Caller caller, String role, String action) {
    mustExistForAdministrators(caller);
    new Acting(caller.account(), role, caller.address(), action).begin();
  }

  private Forbidden refuse(
      HttpServletRequest request, Caller caller, String role, String action, Forbidden refusal) {
    mustExistForAdministrators(caller);
    audit.write(
        new AuditTrail.Entry(
            caller.conference(),
            caller.account(),
            role,
            action,
            request.getRequestURI(),
            refusal.code(),
            null,
            caller.address()));
    return refusal;
  }

  /// A conference that does not exist is forbidden like one of others, so that nobody learns which
  /// there are; but administrators, who see all, are told.
  private void mustExistForAdministrators(Caller caller) {
    if (caller.conference() instanceof UUID conference
        && caller.platformRoles().contains(ADMINISTRATOR)) {
      conferences.ifAvailable(all -> all.mustExist(conference));
    }
  }

  static Caller caller() {
    if (SecurityContextHolder.getContext().getAuthentication()
        instanceof JwtAuthenticationToken token) {
      return Caller.of(token.getToken());
    }
    throw new Unauthenticated("sign-in-required");
  }

  private static String action(HandlerMethod method, Map<String, String> variables) {
    var allowed = method.getMethodAnnotation(Allowed.class);
    if (allowed == null) {
      return "";
    }
    if (allowed.kindOf().isEmpty()) {
      return allowed.value();
    }
    var name = variables.getOrDefault(allowed.kindOf(), "");
    return allowed.value() + ":" + name.substring(0, Math.max(0, name.indexOf(':')));
  }

  /// A conference that is no UUID is nobody's: the handler says what is wrong with it to those who
  /// hold something on the platform.
  private static Optional<UUID> conference(Map<String, String> variables) {
    var text = variables.get("conference");
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.of(new UUID(0, 0));
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> variables(HttpServletRequest request) {
    var found = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return found instanceof Map<?, ?> map ? (Map<String, String>) map : Map.of();
  }

  /// Commands that no desk has written down, e.g. an upload that is read later.
  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception e) {
    var acting = Acting.current();
    if (acting.isEmpty() || SAFE.contains(request.getMethod()) || Acting.isAudited()) {
      return;
    }
    var status = response.getStatus();
    audit.write(
        new AuditTrail.Entry(
            conference(variables(request)).orElse(null),
            acting.get().account(),
            acting.get().role(),
            acting.get().action(),
            request.getRequestURI(),
            status < REFUSED ? "accepted" : "http-" + status,
            null,
            acting.get().address()));
  }
}
