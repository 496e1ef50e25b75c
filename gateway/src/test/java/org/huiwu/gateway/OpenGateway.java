package org.huiwu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.huiwu.platform.testsupport.TestDatabase;
import org.huiwu.platform.testsupport.TestServers;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The door on a random port, with a database and secrets of its own, and services behind it.
@TestInstance(Lifecycle.PER_CLASS)
@SpringBootTest(
    classes = GatewayApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.name=gateway",
      "resilience4j.timelimiter.configs.default.timeout-duration=2s",
      "resilience4j.circuitbreaker.configs.default.wait-duration-in-open-state=700ms",
    })
abstract class OpenGateway {
  static final String PASSWORD = "a-long-password";
  static final Backend REGISTRATION = backend();
  static final Backend CATERING = backend();
  static final Backend NOTIFICATION = backend();
  static final String DEAD = deadAddress();
  static final Path FOLDER = folder();
  private static final TestServers SERVERS = TestServers.acquire();
  static final TestDatabase DATABASE = SERVERS.newDatabase("gateway");

  @Autowired JdbcTemplate rows;
  @LocalServerPort int port;

  @DynamicPropertySource
  static void surroundings(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", DATABASE::jdbcUrl);
    registry.add("spring.datasource.username", DATABASE::username);
    registry.add("spring.datasource.password", DATABASE::password);
    registry.add("huiwu.gateway.issuer", () -> "http://127.0.0.1:8080");
    registry.add("huiwu.gateway.secrets", () -> FOLDER.resolve("secrets"));
    registry.add("huiwu.gateway.administrator-password", OpenGateway::passwordFile);
    registry.add("huiwu.gateway.services.registration", REGISTRATION::address);
    registry.add("huiwu.gateway.services.catering", CATERING::address);
    registry.add("huiwu.gateway.services.notification", NOTIFICATION::address);
    registry.add("huiwu.gateway.services.accommodation", () -> DEAD);
  }

  static Path passwordFile() {
    return FOLDER.resolve("administrator-password");
  }

  Door door() {
    return new Door(port);
  }

  Door administrator() throws IOException, InterruptedException {
    return door().signedIn("administrator", Files.readString(passwordFile()).strip());
  }

  /// Somebody new who holds that role in that scope.
  ///
  /// @return the account's name; the password is [#PASSWORD]
  String somebody(Door administrator, String scope, String role)
      throws IOException, InterruptedException {
    var account = "u-" + UUID.randomUUID();
    var made =
        administrator.json(
            "POST",
            "/accounts",
            "{\"account\":\"%s\",\"name\":\"Somebody\",\"password\":\"%s\"}"
                .formatted(account, PASSWORD));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    var granted =
        administrator.json("PUT", "/accounts/" + account + "/grants/" + scope + "/" + role, "");
    assertThat(granted.statusCode()).as(granted.body()).isEqualTo(200);
    return account;
  }

  static Backend backend() {
    try {
      return new Backend();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("huiwu-gateway-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String deadAddress() {
    var gone = backend();
    gone.close();
    return gone.address();
  }
}
