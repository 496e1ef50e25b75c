package org.huiwu.platform.conversations;

import java.util.Optional;
import java.util.UUID;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/// Somebody at a desk, over HTTP. Paths are those of one conference, from `/conferences/<id>` on; a
/// desk without a conference gives them whole.
public class Desk {

  /// @param body a missing node when there is none
  /// @param change the `Huiwu-Change` header, if anything changed
  /// @param etag as it stands in the header, in quotes
  public record Answer(int status, JsonNode body, Optional<UUID> change, @Nullable String etag) {

    /// The problem's code, "" when it is none.
    public String code() {
      return text("code");
    }

    public String text(String field) {
      return body.path(field).asString("");
    }

    public UUID id() {
      return UUID.fromString(text("id"));
    }

    /// @throws AssertionError when nothing changed
    public UUID changeId() {
      return change.orElseThrow(() -> new AssertionError("nothing changed: " + this));
    }
  }

  private static final String PREVIEW = "Huiwu-Preview";

  private final RestClient http;
  private final String base;

  public Desk(int port, @Nullable UUID conference, SignedRequests person) {
    this.http =
        RestClient.builder().baseUrl("http://127.0.0.1:" + port).requestInterceptor(person).build();
    this.base = conference == null ? "" : "/conferences/" + conference;
  }

  public final Answer get(String path, Object... variables) {
    return answer(http.get().uri(base + path, variables));
  }

  public final Answer getIn(String language, String path) {
    return answer(http.get().uri(base + path).header("Accept-Language", language));
  }

  /// @param path from the service's root on, whatever the conference
  public final Answer getAnywhere(String path) {
    return answer(http.get().uri(path));
  }

  /// Creates something, with a key of its own.
  public final Answer create(String path, String body) {
    return create(path, UUID.randomUUID().toString(), body);
  }

  public final Answer create(String path, String key, String body) {
    return create(path, key, null, body);
  }

  public final Answer createWithoutKey(String path, String body) {
    return create(path, null, null, body);
  }

  /// @param key null = no Idempotency-Key
  /// @param version null = no If-Match
  public final Answer create(
      String path, @Nullable String key, @Nullable Long version, String body) {
    return answer(headers(json(HttpMethod.POST, path), key, version).body(body));
  }

  /// Asks what creating something would touch.
  public final Answer preview(String path, String body) {
    var request = headers(json(HttpMethod.POST, path), UUID.randomUUID().toString(), null);
    return answer(request.header(PREVIEW, "true").body(body));
  }

  /// Changes what is there.
  ///
  /// @param version null = no If-Match
  /// @param body "" = none
  public final Answer send(HttpMethod method, String path, @Nullable Long version, String body) {
    var request = headers(json(method, path), null, version);
    return answer(body.isEmpty() ? request : request.body(body));
  }

  /// Takes something away that has no version.
  public final Answer remove(String path, String key) {
    return answer(headers(json(HttpMethod.DELETE, path), key, null));
  }

  /// Sends a file.
  protected final Answer post(String path, String key, byte[] content, Object... variables) {
    var request =
        http.post().uri(base + path, variables).contentType(MediaType.APPLICATION_OCTET_STREAM);
    return answer(headers(request, key, null).body(content));
  }

  /// Asks what sending a file would touch.
  protected final Answer previewOf(String path, byte[] content, Object... variables) {
    var request =
        http.post().uri(base + path, variables).contentType(MediaType.APPLICATION_OCTET_STREAM);
    return answer(
        headers(request, UUID.randomUUID().toString(), null).header(PREVIEW, "true").body(content));
  }

  private RestClient.RequestBodySpec json(HttpMethod method, String path) {
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
