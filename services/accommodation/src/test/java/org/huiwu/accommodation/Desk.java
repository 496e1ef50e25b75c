package org.huiwu.accommodation;

import java.util.Optional;
import java.util.UUID;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/// Somebody at the accommodation desk, over HTTP.
public final class Desk {

  /// @param change the `Huiwu-Change` header, if anything changed
  public record Answer(int status, JsonNode body, Optional<UUID> change, @Nullable String etag) {

    public String code() {
      return body.path("code").asString("");
    }
  }

  private final RestClient http;
  private final String base;

  public Desk(int port, UUID conference) {
    this.http =
        RestClient.builder()
            .baseUrl("http://127.0.0.1:" + port)
            .requestInterceptor(
                new SignedRequests("accommodation", "steward", "accommodation", "duty"))
            .build();
    this.base = "/conferences/" + conference;
  }

  public Answer get(String path) {
    return answer(http.get().uri(base + path));
  }

  public Answer getAnywhere(String path) {
    return answer(http.get().uri(path));
  }

  public Answer create(String path, String key, String body) {
    return answer(command(HttpMethod.POST, path).header("Idempotency-Key", key).body(body));
  }

  public Answer create(String path, String body) {
    return create(path, UUID.randomUUID().toString(), body);
  }

  public Answer createWithoutKey(String path, String body) {
    return answer(command(HttpMethod.POST, path).body(body));
  }

  /// @param version null = no If-Match
  public Answer send(HttpMethod method, String path, @Nullable Long version, String body) {
    var request = command(method, path);
    if (version != null) {
      request.header(HttpHeaders.IF_MATCH, "\"" + version + "\"");
    }
    return answer(body.isEmpty() ? request : request.body(body));
  }

  private RestClient.RequestBodySpec command(HttpMethod method, String path) {
    return http.method(method).uri(base + path).contentType(MediaType.APPLICATION_JSON);
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
