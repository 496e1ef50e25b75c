package org.huiwu.gateway;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.TestPropertySource;

/// The public door, with few attempts allowed.
@TestPropertySource(
    properties = {
      "huiwu.gateway.limits.site-attempts=3",
      "huiwu.gateway.trusted-proxies=127.0.0.1"
    })
abstract class VisitorsDoor extends OpenGateway {
  static final String LINK = "{\"secret\":\"x\"}";

  @BeforeEach
  void notification_answers() {
    NOTIFICATION.answers(200, Map.of("Content-Type", "application/json"), "{}");
    REGISTRATION.answers(200, Map.of(), "registration");
    rows.update("delete from site_attempt");
  }

  static HttpResponse<String> post(Door door, String path, String body, String... more)
      throws Exception {
    var headers = new java.util.ArrayList<>(List.of("X-Huiwu-Site", "open"));
    headers.addAll(List.of(more));
    return door.json("POST", path, body, headers.toArray(String[]::new));
  }
}
