package org.huiwu.notification.channel.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A robot's or a system's end: keeps what it was asked and answers as it is told.
final class RobotServer implements AutoCloseable {

  record Asked(
      String path, Map<String, String> query, Map<String, List<String>> headers, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /// @param body JSON
  record Answer(int status, String body, Map<String, String> headers) {
    static Answer ok(String body) {
      return new Answer(200, body, Map.of());
    }
  }

  interface Rule {
    Answer answer(Asked asked) throws InterruptedException;
  }

  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  RobotServer(Rule rule) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(work -> Thread.ofVirtual().start(work));
    server.createContext("/", exchange -> answer(exchange, rule));
    server.start();
  }

  private void answer(HttpExchange exchange, Rule rule) throws IOException {
    var request =
        new Asked(
            exchange.getRequestURI().getPath(),
            query(exchange.getRequestURI().getRawQuery()),
            exchange.getRequestHeaders(),
            exchange.getRequestBody().readAllBytes());
    asked.add(request);
    try {
      var answer = rule.answer(request);
      var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private static Map<String, String> query(String raw) {
    UnaryOperator<String> decoded = s -> URLDecoder.decode(s, StandardCharsets.UTF_8);
    return raw == null
        ? Map.of()
        : Arrays.stream(raw.split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> decoded.apply(pair[1])));
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Asked> asked() {
    return asked;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
