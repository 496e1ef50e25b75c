package org.huiwu.drills;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// People made for a test, by the administrator.
final class Walkers {
  static final List<String> ROLES =
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
  private static final JsonMapper JSON = new JsonMapper();
  private static final int OK = 300;

  private final String address;
  private final Door administrator;

  /// @param password the administrator's
  Walkers(String address, String password) {
    this.address = address;
    this.administrator = Door.signIn(address, Users.ADMINISTRATOR, password);
  }

  /// Somebody who holds every role in these conferences.
  Door of(String account, String... conferences) {
    var password = UUID.randomUUID().toString();
    ask("POST", "/accounts", Map.of("account", account, "name", account, "password", password));
    for (var one : conferences) {
      ROLES.forEach(role -> grant(account, one, role));
    }
    return Door.signIn(address, account, password);
  }

  void grant(String account, String scope, String role) {
    ask("PUT", "/accounts/" + account + "/grants/" + scope + "/" + role, Map.of());
  }

  /// @return the id of a conference of no consequence
  String conference(String code) {
    var body =
        Map.of(
            "code",
            code,
            "name",
            code,
            "timezone",
            "Asia/Shanghai",
            "starts",
            "2026-06-08T08:00",
            "ends",
            "2026-06-12T20:00");
    return ask("POST", "/api/registration/conferences", body).path("id").asString();
  }

  JsonNode conferences() {
    return JSON.readTree(
        administrator.send(administrator.request("/api/registration/conferences").GET()).body());
  }

  private JsonNode ask(String method, String path, Map<String, ?> body) {
    var answer =
        administrator.send(
            administrator
                .request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))));
    if (answer.statusCode() >= OK) {
      throw new IllegalStateException(
          method + " " + path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
  }
}
