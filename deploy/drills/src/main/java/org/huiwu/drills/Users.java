package org.huiwu.drills;

import java.net.http.HttpRequest.BodyPublishers;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The people of a drill: one a role, who holds that role in the drill's conference and nothing
/// else. The administrator makes them when they are first needed and removes them at the end.
final class Users implements AutoCloseable {
  static final String ADMINISTRATOR = "administrator";

  /// The duty room sees everything: it watches the drill.
  static final String OBSERVER = "duty";

  private static final JsonMapper JSON = new JsonMapper();
  private static final String SEES_ALL = "-all";
  private static final int PASSWORD_BYTES = 18;
  private static final int RUN_DIGITS = 8;
  private static final int CONFLICT = 409;
  private static final int FAILED = 300;

  private final String address;
  private final String run;
  private final Door administrator;
  private final Map<String, Door> doors = new TreeMap<>();
  private final SecureRandom random = new SecureRandom();
  private String conference = "";

  /// @param run makes these people's names this run's own; a run that goes on finds them again
  /// @param password the administrator's
  Users(String address, String run, String password) {
    this.address = address;
    this.run = run;
    this.administrator = Door.signIn(address, ADMINISTRATOR, password);
  }

  /// From here on people are made for this conference.
  void enter(String conference) {
    this.conference = conference;
  }

  Door of(String role) {
    return role.equals(ADMINISTRATOR)
        ? administrator
        : doors.computeIfAbsent(role, r -> Door.signIn(address, name(r), make(r)));
  }

  /// Somebody who holds this role and sees everything, as [#of(String)] takes it.
  static String seeingEverything(String role) {
    return role + SEES_ALL;
  }

  /// Lets somebody who has an account act in the conference.
  void grant(String account, String role) {
    ask("PUT", "/accounts/" + account + "/grants/" + conference + "/" + role, "", Map.of());
  }

  /// People read it beside every change: the role first, of the run what tells it from others.
  private String name(String role) {
    return "drill-" + role + "-" + run.substring(0, Math.min(run.length(), RUN_DIGITS));
  }

  private String make(String role) {
    if (conference.isEmpty()) {
      throw new DrillException("nobody can be " + role + " before there is a conference");
    }
    var bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    var password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var account = name(role);
    var body = Map.<String, Object>of("account", account, "name", account, "password", password);
    if (ask("POST", "/accounts", "", body).status() == CONFLICT) {
      ask("PATCH", "/accounts/" + account, read(account).etag(), Map.of("password", password));
    }
    if (role.endsWith(SEES_ALL)) {
      grant(account, OBSERVER);
    }
    grant(account, role.replace(SEES_ALL, ""));
    return password;
  }

  private Api.Answer read(String account) {
    return ask("GET", "/accounts/" + account, "", Map.of());
  }

  private Api.Answer ask(String method, String path, String etag, Map<String, Object> body) {
    var request =
        administrator
            .request(path)
            .header("Content-Type", "application/json")
            .method(
                method,
                body.isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (!etag.isEmpty()) {
      request.header("If-Match", etag);
    }
    var answer = administrator.send(request);
    if (answer.statusCode() >= FAILED && answer.statusCode() != CONFLICT) {
      throw new DrillException(
          "%s %s was answered %d: %s".formatted(method, path, answer.statusCode(), answer.body()));
    }
    JsonNode json =
        answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    return new Api.Answer(
        answer.statusCode(),
        json,
        answer.headers().firstValue("ETag").orElse(""),
        java.util.Optional.empty());
  }

  /// Removes everybody whom this run has made, before it was cut short too, and signs the
  /// administrator out.
  @Override
  public void close() {
    for (var one : ask("GET", "/accounts", "", Map.of()).body()) {
      var account = one.path("account").asString();
      if (account.startsWith(name(""))) {
        ask("DELETE", "/accounts/" + account, read(account).etag(), Map.of());
      }
    }
    doors.clear();
    ask("DELETE", "/session", "", Map.of());
  }
}
