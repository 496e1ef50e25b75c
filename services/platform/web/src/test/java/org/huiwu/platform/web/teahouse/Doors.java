package org.huiwu.platform.web.teahouse;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.huiwu.platform.messaging.Messenger;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.platform.testsupport.TestServers;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/// The tea house on a random port, its database and topics its own; each test class one conference.
@TestInstance(Lifecycle.PER_CLASS)
@SpringBootTest(
    classes = TeaHouse.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=teahouse")
abstract class Doors {
  private static final TestServers SERVERS = TestServers.acquire();

  /// @param change the `Huiwu-Change` header
  record Answer(
      int status,
      @Nullable String etag,
      Optional<String> change,
      Optional<MediaType> type,
      String text) {
    JsonNode body() {
      return WireJson.mapper().readTree(text);
    }

    String at(String pointer) {
      return body().at(pointer).asString("");
    }
  }

  final UUID conference = UUID.randomUUID();
  final String teas = "/conferences/" + conference + "/teas";
  @Autowired JdbcTemplate jdbc;
  @Autowired private Messenger messenger;
  @LocalServerPort int port;

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    var database = SERVERS.newDatabase("teahouse");
    registry.add("spring.datasource.url", database::jdbcUrl);
    registry.add("spring.datasource.username", database::username);
    registry.add("spring.datasource.password", database::password);
    registry.add("huiwu.messaging.bootstrap", SERVERS::bootstrap);
    registry.add("huiwu.messaging.topic-prefix", SERVERS::newTopicPrefix);
  }

  @BeforeAll
  void open() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> messenger.condition().activity() == Messenger.Activity.ACTIVE);
  }

  /// A request as somebody of the kitchen, with these headers, in pairs.
  Answer ask(HttpMethod method, String path, @Nullable String body, String... headers) {
    return answer(
        RestClient.builder()
            .baseUrl("http://127.0.0.1:" + port)
            .requestInterceptor(new SignedRequests("teahouse", "ming", "catering", "duty"))
            .build(),
        method,
        path,
        body,
        headers);
  }

  /// As somebody who shows nothing.
  Answer knock(HttpMethod method, String path, @Nullable String body, String... headers) {
    return answer(RestClient.create("http://127.0.0.1:" + port), method, path, body, headers);
  }

  private static Answer answer(
      RestClient http, HttpMethod method, String path, @Nullable String body, String... headers) {
    var request = http.method(method).uri(path).contentType(MediaType.APPLICATION_JSON);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    var ready = body == null ? request : request.body(body);
    return ready.exchangeForRequiredValue((_, response) ->
        new Answer(
            response.getStatusCode().value(),
            response.getHeaders().getETag(),
            Optional.ofNullable(response.getHeaders().getFirst("Huiwu-Change")),
            Optional.ofNullable(response.getHeaders().getContentType()),
            new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8)));
  }

  Answer command(HttpMethod method, String path, @Nullable String body, String... headers) {
    return ask(method, path, body, headers);
  }

  Answer offer(String key, String body) {
    return command(HttpMethod.POST, teas, body, "Idempotency-Key", key);
  }

  void offered(String code, int price) {
    offer(UUID.randomUUID().toString(), "[{\"code\":\"%s\",\"price\":%d}]".formatted(code, price));
  }

  Answer reprice(String code, @Nullable String ifMatch, int price) {
    var body = "{\"price\":%d}".formatted(price);
    return ifMatch == null
        ? command(HttpMethod.PATCH, teas + "/" + code, body)
        : command(HttpMethod.PATCH, teas + "/" + code, body, HttpHeaders.IF_MATCH, ifMatch);
  }

  int rows(String table) {
    return jdbc.queryForList("select 1 from " + table + " where conference = ?", conference).size();
  }
}
