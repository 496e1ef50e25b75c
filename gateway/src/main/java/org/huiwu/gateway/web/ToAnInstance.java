package org.huiwu.gateway.web;

import java.io.IOException;
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

/// Sends a request to one instance of the service after another, each at most once. When no
/// connection was made nothing has been sent, and the next one is asked; what only reads is also
/// asked of the next one when an instance dies before it has answered. A command that may have
/// arrived is never sent again: its sender repeats it under the same Idempotency-Key.
final class ToAnInstance implements HandlerFilterFunction<ServerResponse, ServerResponse> {
  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final Instances instances;

  ToAnInstance(Instances instances) {
    this.instances = instances;
  }

  @Override
  public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    var left = instances.inTurn().iterator();
    while (true) {
      try {
        return next.handle(to(left.next(), request));
      } catch (Exception e) {
        if (!left.hasNext() || !maySendAgain(request, e)) {
          throw e;
        }
      }
    }
  }

  private static ServerRequest to(URI instance, ServerRequest request) {
    MvcUtils.setRequestUrl(request, instance);
    return request;
  }

  /// Not when the time limit has passed: nobody waits for the answer any more.
  private static boolean maySendAgain(ServerRequest request, Exception e) {
    return !Thread.currentThread().isInterrupted()
        && (hasCause(e, ConnectException.class)
            || hasCause(e, HttpConnectTimeoutException.class)
            || (READING.contains(request.method()) && hasCause(e, IOException.class)));
  }

  private static boolean hasCause(Throwable e, Class<? extends Throwable> kind) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
