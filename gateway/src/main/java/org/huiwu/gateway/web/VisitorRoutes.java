package org.huiwu.gateway.web;

import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiwu.gateway.GatewayProperties;
import org.huiwu.gateway.audit.AuditTrail;
import org.huiwu.gateway.door.web.Passage;
import org.huiwu.gateway.token.TokenMint;
import org.huiwu.gateway.visitor.FirstRefusals;
import org.huiwu.gateway.visitor.SiteAttempts;
import org.huiwu.gateway.visitor.Visitor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/// What [Visitor]s may ask, all of it notification's, at the same paths. Each kind has a circuit of
/// its own: a flood of recipients takes nothing from the desks.
@Configuration(proxyBeanMethods = false)
class VisitorRoutes {
  private static final String NOTIFICATION = "notification";
  private static final String STREAM = Visitor.SITE + "/stream";
  private static final String EXCHANGE = Visitor.SITE + "/session";
  private static final String CODE = Visitor.SITE + "/pin/verification";
  private static final String PAPER = Visitor.SITE + "/paper-truth";
  private static final String PERSONAL_STREAM = Visitor.PERSONAL + "/stream";
  private static final String PERSONAL_EXCHANGE = Visitor.PERSONAL + "/session";
  private static final String PERSONAL_CODE = Visitor.PERSONAL + "/pin/verification";

  private static final String TOO_MANY = "too-many-openings";

  /// How a link or a code is refused; a body that cannot be read tries none.
  private static final Set<Integer> NO_GOOD = Set.of(404, 409, 422);

  private final GatewayProperties properties;
  private final TokenForVisitor token;
  private final Instances instances;

  VisitorRoutes(GatewayProperties properties, TokenMint tokens) {
    this.properties = properties;
    this.token = new TokenForVisitor(tokens, NOTIFICATION);
    this.instances = ServiceRoutes.instances(properties, NOTIFICATION);
  }

  @Bean
  @Order(2)
  RouterFunction<ServerResponse> routeOfVisitorsStream(LiveLines lines) {
    return route("site-stream")
        .route(GET(STREAM).or(GET(PERSONAL_STREAM)), http())
        .before(token)
        .filter(HangingUp.whenThePageHasGone(lines))
        .filter(ServiceRoutes.circuit("site-stream", NOTIFICATION))
        .filter(new ToAnInstance(instances))
        .build();
  }

  @Bean
  @Order(3)
  RouterFunction<ServerResponse> routeOfAttempts(
      SiteAttempts attempts, FirstRefusals refusals, Problems problems, AuditTrail audit) {
    return route("site-attempts")
        .route(
            POST(EXCHANGE)
                .or(POST(CODE))
                .or(POST(PERSONAL_EXCHANGE))
                .or(POST(PERSONAL_CODE))
                .or(POST(PAPER)),
            http())
        .before(token)
        .filter(counted(attempts, refusals, problems, audit))
        .filter(this::withItsCookieOnly)
        .filter(ServiceRoutes.circuit("site", NOTIFICATION))
        .filter(ServiceRoutes.tooLargeAfterAll(problems))
        .filter(new ToAnInstance(instances))
        .build();
  }

  @Bean
  @Order(4)
  RouterFunction<ServerResponse> routeOfVisitors(Problems problems) {
    return route("site")
        .route(path(Visitor.SITE + "/**"), http())
        .before(token)
        .filter(this::withItsCookieOnly)
        .filter(ServiceRoutes.circuit("site", NOTIFICATION))
        .filter(ServiceRoutes.tooLargeAfterAll(problems))
        .filter(new ToAnInstance(instances))
        .build();
  }

  @Bean
  @Order(5)
  RouterFunction<ServerResponse> routeOfProviders(Problems problems) {
    return route("providers")
        .route(path(Visitor.PROVIDERS + "/**"), http())
        .before(token)
        .filter(this::withItsCookieOnly)
        .filter(ServiceRoutes.circuit("providers", NOTIFICATION))
        .filter(ServiceRoutes.tooLargeAfterAll(problems))
        .filter(new ToAnInstance(instances))
        .build();
  }

  /// What is no good counts; what a service cannot read or answer does not.
  private static HandlerFilterFunction<ServerResponse, ServerResponse> counted(
      SiteAttempts attempts, FirstRefusals refusals, Problems problems, AuditTrail audit) {
    return (request, next) -> {
      var servlet = request.servletRequest();
      var id = UUID.randomUUID();
      var wait = attempts.begin(id, Passage.address(servlet));
      if (wait.isPresent()) {
        if (refusals.isFirst(TOO_MANY, Passage.address(servlet))) {
          audit.write(
              AuditTrail.NOBODY,
              servlet.getMethod(),
              servlet.getRequestURI(),
              TOO_MANY,
              Passage.address(servlet));
        }
        return problems.response(
            Problem.of(HttpStatus.TOO_MANY_REQUESTS, TOO_MANY).retryAfter(wait.get()), servlet);
      }
      var answer = next.handle(request);
      if (!NO_GOOD.contains(answer.statusCode().value())) {
        attempts.takenBack(id);
      }
      return answer;
    };
  }

  /// The service gives its cookie; whether it is for https only is known here.
  private ServerResponse withItsCookieOnly(
      org.springframework.web.servlet.function.ServerRequest request,
      org.springframework.web.servlet.function.HandlerFunction<ServerResponse> next)
      throws Exception {
    var answer = next.handle(request);
    var given = answer.headers().getOrEmpty(HttpHeaders.SET_COOKIE);
    if (!given.isEmpty()) {
      var secure = properties.secureCookies() || request.servletRequest().isSecure();
      List<String> kept =
          given.stream()
              .filter(
                  c -> c.startsWith(Visitor.cookie(Visitor.path(request.servletRequest())) + "="))
              .map(c -> secure ? c + "; Secure" : c)
              .toList();
      answer.headers().remove(HttpHeaders.SET_COOKIE);
      answer.headers().addAll(HttpHeaders.SET_COOKIE, kept);
    }
    return answer;
  }
}
