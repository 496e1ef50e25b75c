package org.huiwu.transportdispatch.service;

import java.util.UUID;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/// Transport's desk: speaks HTTP to the service.
final class Desk {

  /// @param change empty when nothing changed
  /// @param etag without its quotes, empty when there is none
  record Answer(int status, JsonNode body, String change, String etag) {
    UUID changeId() {
      return UUID.fromString(change);
    }

    String code() {
      return body.path("code").asString("");
    }
  }

  private final RestClient http;
  private final UUID conference;

  Desk(int port, UUID conference) {
    this.http =
        RestClient.builder()
            .baseUrl("http://127.0.0.1:" + port)
            .requestInterceptor(
                new SignedRequests("transport-dispatch", "tran", "transport", "liaison", "duty"))
            .defaultStatusHandler(_ -> true, (_, _) -> {})
            .build();
    this.conference = conference;
  }

  Answer get(String path) {
    return ask(HttpMethod.GET, "/conferences/" + conference + path, null, null, null);
  }

  Answer getPlain(String path) {
    return ask(HttpMethod.GET, path, null, null, null);
  }

  Answer post(String path, String body) {
    return post(path, body, UUID.randomUUID().toString());
  }

  Answer post(String path, String body, @Nullable String key) {
    return ask(HttpMethod.POST, "/conferences/" + conference + path, body, key, null);
  }

  /// @param etag the version that was read, null to give none
  Answer edit(HttpMethod method, String path, @Nullable String body, @Nullable String etag) {
    return ask(method, "/conferences/" + conference + path, body, null, etag);
  }

  private Answer ask(
      HttpMethod method,
      String path,
      @Nullable String body,
      @Nullable String key,
      @Nullable String etag) {
    var request = http.method(method).uri(path).header("Accept-Language", "en");
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    if (etag != null) {
      request.header("If-Match", '"' + etag + '"');
    }
    if (body != null) {
      request.contentType(MediaType.APPLICATION_JSON).body(body);
    }
    var answer = request.retrieve().toEntity(String.class);
    var change = answer.getHeaders().getFirst("Huiwu-Change");
    var version = answer.getHeaders().getETag();
    var text = answer.getBody();
    return new Answer(
        answer.getStatusCode().value(),
        WireJson.mapper().readTree(text == null ? "null" : text),
        change == null ? "" : change,
        version == null ? "" : version.replace("\"", ""));
  }
}
