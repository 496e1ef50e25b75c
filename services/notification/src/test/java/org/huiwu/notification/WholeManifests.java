package org.huiwu.notification;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.huiwu.platform.manifests.Manifests.Whole;
import org.huiwu.platform.messaging.WireJson;

/// An owner of manifests that is asked for the whole of one, over HTTP.
public final class WholeManifests {
  private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
  private final HttpServer server;

  WholeManifests() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          var answer = answers.get(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(answer == null ? 503 : 200, answer == null ? -1 : 0);
          if (answer != null) {
            exchange.getResponseBody().write(answer);
          }
          exchange.close();
        });
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// From now on it answers this; for a manifest that it was not told of it is out of order.
  public void has(Object conference, Whole whole) {
    var path = "/conferences/" + conference + "/derived-manifests/" + whole.manifest();
    answers.put(path, WireJson.mapper().writeValueAsString(whole).getBytes(StandardCharsets.UTF_8));
  }
}
