package org.huiwu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A caller at the door, with a browser's cookies and, for what changes something, the header that
/// a page of the door's own adds.
final class Door implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final String base;
  private final Map<String, String> cookies = new TreeMap<>();

  Door(int port) {
    this.base = "http://127.0.0.1:" + port;
  }

  /// The same browser at another instance.
  Door at(int port) {
    var other = new Door(port);
    other.cookies.putAll(cookies);
    return other;
  }

  Door signedIn(String account, String password) throws IOException, InterruptedException {
    get("/session");
    var answer = signIn(account, password);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return this;
  }

  HttpResponse<String> signIn(String account, String password)
      throws IOException, InterruptedException {
    return send(
        "POST",
        "/session",
        "{\"account\":\"%s\",\"password\":\"%s\"}".formatted(account, password),
        "Content-Type",
        "application/json");
  }

  HttpResponse<String> json(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    var all =
        new java.util.ArrayList<>(
            List.of("Content-Type", "application/json", "Accept-Language", "en"));
    all.addAll(List.of(headers));
    return send(method, path, body, all.toArray(String[]::new));
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return kept(http.send(request("GET", path, headers).build(), BodyHandlers.ofString()));
  }

  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    return send(method, path, BodyPublishers.ofString(body), headers);
  }

  HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers)
      throws IOException, InterruptedException {
    return kept(
        http.send(
            request(method, path, headers).method(method, body).build(), BodyHandlers.ofString()));
  }

  HttpResponse<InputStream> follow(String path, String... headers)
      throws IOException, InterruptedException {
    return http.send(request("GET", path, headers).build(), BodyHandlers.ofInputStream());
  }

  String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  void forget(String name) {
    cookies.remove(name);
  }

  String cookieHeader() {
    return cookies.entrySet().stream()
        .map(c -> c.getKey() + "=" + c.getValue())
        .collect(Collectors.joining("; "));
  }

  private <T> HttpResponse<T> kept(HttpResponse<T> answer) {
    for (var set : answer.headers().allValues("Set-Cookie")) {
      var pair = set.split(";", 2)[0].split("=", 2);
      if (pair[1].isEmpty()) {
        cookies.remove(pair[0]);
      } else {
        cookies.put(pair[0], pair[1]);
      }
    }
    return answer;
  }

  private HttpRequest.Builder request(String method, String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookieHeader());
    }
    if (!method.equals("GET") && cookies.containsKey("XSRF-TOKEN")) {
      request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
    }
    return headers.length == 0 ? request : request.headers(headers);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
