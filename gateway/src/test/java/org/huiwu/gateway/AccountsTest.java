package org.huiwu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccountsTest extends OpenGateway {
  private final String conference = UUID.randomUUID().toString();
  private Door administrator;

  @BeforeAll
  void open() throws Exception {
    administrator = administrator();
  }

  @AfterAll
  void close() {
    administrator.close();
  }

  private String etag(String account) throws Exception {
    return administrator.get("/accounts/" + account).headers().firstValue("ETag").orElse("");
  }

  @Test
  void only_an_administrator_sees_and_changes_accounts() throws Exception {
    var account = somebody(administrator, conference, "registration");
    try (var desk = door().signedIn(account, PASSWORD)) {
      assertThat(desk.get("/accounts").statusCode()).isEqualTo(403);
      assertThat(
              desk.json("PUT", "/accounts/" + account + "/grants/platform/administrator", "")
                  .statusCode())
          .isEqualTo(403);
      assertThat(desk.get("/actuator/metrics").statusCode()).isEqualTo(403);
    }
    try (var nobody = door()) {
      assertThat(nobody.get("/accounts").statusCode()).isEqualTo(401);
    }
    assertThat(
            rows.queryForList(
                "select outcome from audit_entry where actor = ? and path = '/accounts'",
                String.class,
                account))
        .containsExactly("not-allowed");
  }

  @Test
  void an_account_is_changed_in_the_version_that_was_read() throws Exception {
    var account = somebody(administrator, conference, "registration");
    var path = "/accounts/" + account;
    assertThat(administrator.json("PATCH", path, "{\"name\":\"Li\"}").statusCode()).isEqualTo(428);
    var read = etag(account);
    assertThat(
            administrator.json("PATCH", path, "{\"name\":\"Li\"}", "If-Match", read).statusCode())
        .isEqualTo(200);
    var stale = administrator.json("PATCH", path, "{\"name\":\"Wu\"}", "If-Match", read);
    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(stale.body()).contains("\"current\":{\"account\":\"" + account, "\"name\":\"Li\"");
    assertThat(administrator.json("DELETE", path, "", "If-Match", read).statusCode())
        .isEqualTo(412);
    assertThat(administrator.json("DELETE", path, "", "If-Match", etag(account)).statusCode())
        .isEqualTo(204);
    assertThat(administrator.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void what_the_door_itself_does_cannot_be_previewed_and_is_not_done() throws Exception {
    var account = somebody(administrator, conference, "registration");
    var grant = "/accounts/" + account + "/grants/" + conference + "/venue";
    var preview = administrator.json("PUT", grant, "", "Huiwu-Preview", "true");
    assertThat(preview.statusCode()).isEqualTo(400);
    assertThat(preview.body()).contains("\"code\":\"preview-impossible\"");
    var perhaps = administrator.json("PUT", grant, "", "Huiwu-Preview", "perhaps");
    assertThat(perhaps.body()).contains("\"code\":\"header-malformed\"");
    var path = "/accounts/" + account;
    assertThat(
            administrator
                .json("DELETE", path, "", "If-Match", etag(account), "Huiwu-Preview", "true")
                .statusCode())
        .isEqualTo(400);
    assertThat(administrator.get(path).statusCode()).isEqualTo(200);
    assertThat(
            rows.queryForList(
                "select role from account_grant where account = ?", String.class, account))
        .containsExactly("registration");
    assertThat(administrator.json("PUT", grant, "", "Huiwu-Preview", "false").statusCode())
        .isLessThan(300);
  }

  @Test
  void what_cannot_be_written_into_the_audit_trail_is_not_done() throws Exception {
    var account = somebody(administrator, conference, "registration");
    var grant = "/accounts/" + account + "/grants/" + conference + "/venue";
    rows.execute(
        "alter table audit_entry add constraint no_room check (action not in ('grant', 'add-account')) not valid");
    try {
      assertThat(administrator.json("PUT", grant, "").statusCode()).isEqualTo(500);
      var added = "{\"account\":\"unnoted\",\"name\":\"Li\"}";
      assertThat(administrator.json("POST", "/accounts", added).statusCode()).isEqualTo(500);
    } finally {
      rows.execute("alter table audit_entry drop constraint no_room");
    }
    assertThat(
            rows.queryForList(
                "select role from account_grant where account = ?", String.class, account))
        .containsExactly("registration");
    assertThat(administrator.get("/accounts/unnoted").statusCode()).isEqualTo(404);
  }

  @Test
  void what_cannot_be_is_refused_and_named() throws Exception {
    var account = somebody(administrator, conference, "registration");
    var grants = "/accounts/" + account + "/grants/";
    assertThat(administrator.json("PUT", grants + conference + "/king", "").body())
        .contains("role-unknown");
    assertThat(administrator.json("PUT", grants + conference + "/service", "").statusCode())
        .isEqualTo(422);
    assertThat(administrator.json("PUT", grants + conference + "/administrator", "").body())
        .contains("role-of-platform");
    assertThat(administrator.json("PUT", grants + "everywhere/duty", "").statusCode())
        .isEqualTo(400);
    assertThat(
            administrator
                .json("POST", "/accounts", "{\"account\":\"" + account + "\",\"name\":\"x\"}")
                .statusCode())
        .isEqualTo(409);
    assertThat(
            administrator
                .json("POST", "/accounts", "{\"account\":\"a b/c\",\"name\":\"x\"}")
                .statusCode())
        .isEqualTo(400);
    assertThat(administrator.json("POST", "/accounts", "{\"account\":").statusCode())
        .isEqualTo(400);
    var short_ = "{\"account\":\"%s\",\"name\":\"x\",\"password\":\"short\"}";
    assertThat(
            administrator
                .json("POST", "/accounts", short_.formatted("s" + UUID.randomUUID()))
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void the_last_administrator_stays() throws Exception {
    var path = "/accounts/administrator";
    assertThat(
            administrator
                .json("PATCH", path, "{\"enabled\":false}", "If-Match", etag("administrator"))
                .body())
        .contains("last-administrator");
    assertThat(
            administrator.json("DELETE", path + "/grants/platform/administrator", "").statusCode())
        .isEqualTo(409);
    assertThat(
            administrator.json("DELETE", path, "", "If-Match", etag("administrator")).statusCode())
        .isEqualTo(409);
  }

  @Test
  void who_is_disabled_is_out_at_the_very_next_request() throws Exception {
    var account = somebody(administrator, conference, "registration");
    REGISTRATION.answers(200, Map.of(), "list");
    try (var desk = door().signedIn(account, PASSWORD)) {
      assertThat(desk.get("/api/registration/conferences").statusCode()).isEqualTo(200);
      administrator.json(
          "PATCH", "/accounts/" + account, "{\"enabled\":false}", "If-Match", etag(account));
      assertThat(desk.get("/api/registration/conferences").statusCode()).isEqualTo(401);
    }
  }
}
