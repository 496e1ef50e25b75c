package org.huiwu.notification.sitepage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.huiwu.notification.stream.PageReader;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.platform.testsupport.access.TestIssuer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A recipient's browser, as the gateway lets it through: with the visitors' token and the one
/// cookie.
final class Visitor {
  record Answer(int status, JsonNode body, Map<String, List<String>> headers, String text) {
    String code() {
      return body.path("code").asString("");
    }

    /// All that may not tell one refusal from another.
    String face() {
      var shown = new TreeMap<>(headers);
      shown.remove("date");
      return status + " " + shown + " " + text;
    }
  }

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;
  private String cookie = "";
  private String page = "";

  Visitor(int port) {
    this.port = port;
  }

  /// Another window of the same browser.
  Visitor anotherWindow() {
    var other = new Visitor(port);
    other.cookie = cookie;
    other.page = page;
    return other;
  }

  /// The cookie as it is kept by the browser.
  String cookie() {
    return cookie;
  }

  void bears(String secret) {
    cookie = secret;
  }

  Answer open(URI link) {
    return open(link.getFragment());
  }

  Answer open(String secret) {
    var answer =
        post("/site/session", WireJson.mapper().writeValueAsString(Map.of("secret", secret)));
    for (var set : answer.headers().getOrDefault("set-cookie", List.of())) {
      cookie = set.substring(set.indexOf('=') + 1, set.indexOf(';'));
    }
    if (answer.status() == 200) {
      page = answer.body().path("session").asString();
    }
    return answer;
  }

  Answer get(String path) {
    return send("GET", path, null);
  }

  Answer post(String path, String body) {
    return send("POST", path, body);
  }

  Answer acknowledge(String manifest, long version, String name) {
    return post(
        "/site/manifests/" + manifest + "/acknowledgements",
        "{\"version\":%d,\"name\":\"%s\"}".formatted(version, name));
  }

  PageReader follow(String lastEventId) {
    return new PageReader(
        request("/site/stream").header("Accept", "text/event-stream"), lastEventId);
  }

  byte[] file(String path) {
    try {
      var answer = http.send(request(path).GET().build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new AssertionError(path + ": " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer send(String method, String path, @Nullable String body) {
    var request = request(path);
    if (body != null) {
      request.header("Content-Type", "application/json");
      request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      var json = answer.body().startsWith("{") ? answer.body() : "{}";
      return new Answer(
          answer.statusCode(),
          WireJson.mapper().readTree(json),
          new TreeMap<>(answer.headers().map()),
          answer.body());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    var issuer = TestIssuer.get();
    var token = issuer.bearer(issuer.claims("notification", "visitor", List.of("visitor"), null));
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", token);
    if (!cookie.isEmpty()) {
      request.header("Cookie", "huiwu_site=" + cookie);
    }
    if (!page.isEmpty()) {
      request.header("X-Huiwu-Site", page);
    }
    return request;
  }
}
