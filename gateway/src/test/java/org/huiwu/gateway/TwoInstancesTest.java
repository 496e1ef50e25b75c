package org.huiwu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// A second instance of the door on the same database and secrets; a restart is one that comes
/// later.
class TwoInstancesTest extends OpenGateway {

  private static ConfigurableApplicationContext another() {
    return new SpringApplicationBuilder(GatewayApplication.class)
        .run(
            "--spring.config.name=gateway",
            "--server.port=0",
            "--spring.datasource.url=" + DATABASE.jdbcUrl(),
            "--spring.datasource.username=" + DATABASE.username(),
            "--spring.datasource.password=" + DATABASE.password(),
            "--huiwu.gateway.issuer=http://127.0.0.1:8080",
            "--huiwu.gateway.secrets=" + FOLDER.resolve("secrets"),
            "--huiwu.gateway.administrator-password=" + passwordFile(),
            "--huiwu.gateway.services.catering=" + CATERING.address());
  }

  private static int portOf(ConfigurableApplicationContext context) {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @Test
  void a_session_is_good_at_every_instance_and_ends_at_all_of_them() throws Exception {
    CATERING.answers(200, Map.of(), "");
    try (var second = another();
        var administrator = administrator()) {
      var account = somebody(administrator, UUID.randomUUID().toString(), "catering");
      try (var here = door().signedIn(account, PASSWORD);
          var there = here.at(portOf(second))) {
        assertThat(there.get("/session").statusCode()).isEqualTo(200);
        assertThat(there.get("/api/catering/x").statusCode()).isEqualTo(200);
        assertThat(there.json("POST", "/api/catering/x", "{}").statusCode()).isEqualTo(200);
        assertThat(there.json("DELETE", "/session", "").statusCode()).isEqualTo(204);
        assertThat(here.get("/api/catering/x").statusCode()).isEqualTo(401);
      }
    }
  }

  @Test
  void both_sign_with_the_same_key() throws Exception {
    try (var second = another();
        var here = door();
        var there = here.at(portOf(second))) {
      assertThat(there.get("/oauth2/jwks").body()).isEqualTo(here.get("/oauth2/jwks").body());
    }
  }
}
