package org.huiwu.simulator;

import jakarta.servlet.Filter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.platform.messaging.WireJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The services' HTTP, without a network: the real controllers, rights and commands, called in the
/// simulation's thread by somebody whom the gateway has let in.
final class Doors {

  /// @param key the Idempotency-Key
  /// @param etag "" = no If-Match
  record Request(
      Service service,
      String method,
      String path,
      String role,
      String key,
      String etag,
      String body) {}

  /// @param body a missing node when there is none
  record Answer(int status, JsonNode body, String etag, Optional<UUID> change) {
    private static final int REFUSED = 300;

    boolean accepted() {
      return status < REFUSED;
    }
  }

  private static final List<String> ROLES =
      List.of(
          "registration",
          "accommodation",
          "catering",
          "transport",
          "excursion",
          "venue",
          "protocol",
          "liaison",
          "duty");

  private final Map<Service, MockMvc> doors = new EnumMap<>(Service.class);

  Doors(Platform platform) {
    platform
        .all()
        .forEach(s ->
            doors.put(
                s.service(),
                MockMvcBuilders.webAppContextSetup((WebApplicationContext) s.context())
                    .addFilters(s.context().getBean("bodyOnce", Filter.class))
                    .build()));
  }

  Answer get(Service service, String role, UUID conference, String path) {
    return send(new Request(service, "GET", path, role, "", "", ""), conference);
  }

  /// @param conference in which the caller holds every role; null = an administrator's request
  /// @throws IllegalStateException when it was not answered
  Answer send(Request request, @Nullable UUID conference) {
    var door = doors.get(request.service());
    if (door == null) {
      throw new IllegalArgumentException("no door to " + request.service());
    }
    var sent =
        MockMvcRequestBuilders.request(HttpMethod.valueOf(request.method()), request.path())
            .header("Huiwu-Role", request.role())
            .contentType(MediaType.APPLICATION_JSON)
            .content(request.body());
    if (!request.key().isEmpty()) {
      sent.header("Idempotency-Key", request.key());
    }
    if (!request.etag().isEmpty()) {
      sent.header(HttpHeaders.IF_MATCH, request.etag());
    }
    SecurityContextHolder.getContext().setAuthentication(caller(conference));
    try {
      var response = door.perform(sent).andReturn().getResponse();
      var content = response.getContentAsByteArray();
      return new Answer(
          response.getStatus(),
          content.length == 0
              ? JsonNodeFactory.instance.missingNode()
              : WireJson.mapper().readTree(content),
          Optional.ofNullable(response.getHeader(HttpHeaders.ETAG)).orElse(""),
          Optional.ofNullable(response.getHeader("Huiwu-Change")).map(UUID::fromString));
    } catch (Exception e) {
      throw new IllegalStateException(request.method() + " " + request.path(), e);
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  private static JwtAuthenticationToken caller(@Nullable UUID conference) {
    var token = Jwt.withTokenValue("simulated").header("alg", "none").subject("simulator");
    if (conference == null) {
      token.claim("platform_roles", List.of("administrator"));
      token.claim("roles", List.of("administrator"));
    } else {
      token.claim("conference", conference.toString());
      token.claim("roles", ROLES);
    }
    return new JwtAuthenticationToken(token.build());
  }
}
