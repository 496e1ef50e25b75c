package org.huiwu.benchmark;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who is signed in at the platform's door, by session cookie as a page is.
final class Door implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int FAILED = 300;

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String address;

  Door(String address, String account, String password) throws IOException, InterruptedException {
    this.address = address;
    // only to be given the cookie that the sign-in has to show
    http.send(request("/session").build(), HttpResponse.BodyHandlers.discarding());
    ask("POST", "/session", Map.of("account", account, "password", password));
  }

  /// Makes somebody who sits at all the desks that the benchmark needs, in this one conference.
  static Door ofAllDesks(Door administrator, String conference, String... roles)
      throws IOException, InterruptedException {
    var account = "benchmark-" + UUID.randomUUID();
    var password = UUID.randomUUID().toString();
    administrator.ask(
        "POST", "/accounts", Map.of("account", account, "name", account, "password", password));
    for (var role : roles) {
      administrator.ask(
          "PUT", "/accounts/" + account + "/grants/" + conference + "/" + role, Map.of());
    }
    return new Door(administrator.address, account, password);
  }

  HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(address + path));
    cookies.getCookieStore().getCookies().stream()
        .filter(c -> c.getName().equals("XSRF-TOKEN"))
        .findFirst()
        .ifPresent(c -> request.header("X-XSRF-TOKEN", c.getValue()));
    return request;
  }

  HttpClient http() {
    return http;
  }

  private void ask(String method, String path, Map<String, String> body)
      throws IOException, InterruptedException {
    var answer =
        http.send(
            request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= FAILED) {
      throw new IllegalStateException(
          path + " was answered " + answer.statusCode() + ": " + answer.body());
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
