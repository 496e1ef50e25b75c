package org.huiwu.notification.personal;

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
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.platform.testsupport.access.TestIssuer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A delegate's browser, as the gateway lets it through: with the visitors' token and the one
/// cookie of personal pages.
public final class Browser {
  public record Answer(int status, JsonNode body, Map<String, List<String>> headers, String text) {
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

  public Browser(int port) {
    this.port = port;
  }

  String cookie() {
    return cookie;
  }

  void bears(String secret) {
    cookie = secret;
  }

  /// @return the page
  JsonNode open(URI link) {
    var answer = open(link.getFragment());
    if (answer.status() != 200) {
      throw new AssertionError(answer.toString());
    }
    return answer.body();
  }

  Answer open(String secret) {
    return post("session", "{\"secret\": \"" + secret + "\"}");
  }

  Answer page() {
    return send("GET", "page", null);
  }

  public Answer post(String path, String body) {
    var answer = send("POST", path, body);
    for (var set : answer.headers().getOrDefault("set-cookie", List.of())) {
      cookie = set.substring(set.indexOf('=') + 1, set.indexOf(';'));
    }
    return answer;
  }

  HttpRequest follow() {
    return request("stream").header("Accept", "text/event-stream").GET().build();
  }

  HttpClient http() {
    return http;
  }

  private Answer send(String method, String path, @Nullable String body) {
    var request = request(path);
    if (body != null) {
      request.header("Content-Type", "application/json");
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
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/site/me/" + path))
            .header("Authorization", token);
    if (!cookie.isEmpty()) {
      request.header("Cookie", "huiwu_me=" + cookie);
    }
    return request;
  }
}
