package org.huiwu.registration.service;

import java.util.Optional;
import java.util.UUID;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/// Somebody at the registration desk, over HTTP.
final class Desk {

  /// @param change the `Huiwu-Change` header, if anything changed
  record Answer(int status, JsonNode body, Optional<UUID> change, @Nullable String etag) {

    /// The problem's code.
    String code() {
      return text("code");
    }

    String text(String field) {
      return body.path(field).asString("");
    }

    UUID id() {
      return UUID.fromString(text("id"));
    }
  }

  private final RestClient http;
  private final String base;

  Desk(int port, String base) {
    this.http =
        RestClient.builder()
            .baseUrl("http://127.0.0.1:" + port)
            .requestInterceptor(
                new SignedRequests(
                    "registration", "clerk", "registration", "duty", "administrator"))
            .build();
    this.base = base;
  }

  Answer get(String path, Object... variables) {
    return answer(http.get().uri(base + path, variables));
  }

  Answer getIn(String language, String path) {
    return answer(http.get().uri(base + path).header("Accept-Language", language));
  }

  /// Creates something, with a key of its own.
  Answer create(String path, String body) {
    return create(path, UUID.randomUUID().toString(), null, body);
  }

  /// @param key null = no Idempotency-Key
  /// @param version null = no If-Match
  Answer create(String path, @Nullable String key, @Nullable Long version, String body) {
    return answer(headers(command(HttpMethod.POST, path), key, version).body(body));
  }

  /// Changes what is there.
  ///
  /// @param version null = no If-Match
  Answer change(HttpMethod method, String path, @Nullable Long version, String body) {
    var request = headers(command(method, path), null, version);
    return answer(body.isEmpty() ? request : request.body(body));
  }

  Answer patch(String path, @Nullable Long version, String body) {
    return change(HttpMethod.PATCH, path, version, body);
  }

  Answer withdraw(Answer person, long version) {
    return change(HttpMethod.POST, Persons.path(person) + "/withdrawal", version, "{}");
  }

  Answer reinstate(Answer person, long version) {
    return change(HttpMethod.POST, Persons.path(person) + "/reinstatement", version, "{}");
  }

  Answer upload(String name, byte[] content) {
    return upload(name, UUID.randomUUID().toString(), content);
  }

  Answer upload(String name, String key, byte[] content) {
    var request =
        http.post()
            .uri(base + "/rosters?name={name}", name)
            .contentType(MediaType.APPLICATION_OCTET_STREAM);
    return answer(headers(request, key, null).body(content));
  }

  private RestClient.RequestBodySpec command(HttpMethod method, String path) {
    return http.method(method).uri(base + path).contentType(MediaType.APPLICATION_JSON);
  }

  private static RestClient.RequestBodySpec headers(
      RestClient.RequestBodySpec request, @Nullable String key, @Nullable Long version) {
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    if (version != null) {
      request.header("If-Match", "\"" + version + "\"");
    }
    return request;
  }

  private static Answer answer(RestClient.RequestHeadersSpec<?> request) {
    return request.exchangeForRequiredValue((_, response) ->
        new Answer(
            response.getStatusCode().value(),
            WireJson.mapper().readTree(response.getBody().readAllBytes()),
            Optional.ofNullable(response.getHeaders().getFirst("Huiwu-Change"))
                .map(UUID::fromString),
            response.getHeaders().getETag()));
  }
}
