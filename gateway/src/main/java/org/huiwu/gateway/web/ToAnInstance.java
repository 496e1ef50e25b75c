package org.huiwu.gateway.web;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.util.Set;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Sends a request to one instance of the service after another. What only reads is sent once more,
/// to the next one, when no connection was made; nothing else is ever sent twice.
final class ToAnInstance implements HandlerFilterFunction<ServerResponse, ServerResponse> {
  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final Instances instances;

  ToAnInstance(Instances instances) {
    this.instances = instances;
  }

  @Override
  public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    var tries = READING.contains(request.method()) ? Math.max(2, instances.size()) : 1;
    for (int i = 1; ; i++) {
      try {
        return next.handle(to(instances.next(), request));
      } catch (Exception e) {
        if (i >= tries || !notConnected(e)) {
          throw e;
        }
      }
    }
  }

  private static ServerRequest to(URI instance, ServerRequest request) {
    MvcUtils.setRequestUrl(request, instance);
    return request;
  }

  private static boolean notConnected(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
        return true;
      }
    }
    return false;
  }
}
