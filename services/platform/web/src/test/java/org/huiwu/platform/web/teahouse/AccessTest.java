package org.huiwu.platform.web.teahouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.huiwu.platform.testsupport.access.EveryDoor;
import org.huiwu.platform.testsupport.access.TestIssuer;
import org.huiwu.platform.testsupport.access.TestIssuer.Claims;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class AccessTest extends Doors {
  private static final TestIssuer ISSUER = TestIssuer.get();

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  @LocalServerPort private int port;

  private Claims holding(String... roles) {
    return ISSUER.claims("teahouse", "lin", List.of(roles), conference);
  }

  private Answer readAs(Claims claims, String... headers) {
    return readWith(ISSUER.bearer(claims), headers);
  }

  private Answer readWith(String bearer, String... headers) {
    var all = new java.util.ArrayList<>(List.of("Authorization", bearer));
    all.addAll(List.of(headers));
    return knock(HttpMethod.GET, teas + "?price=1", null, all.toArray(String[]::new));
  }

  private static void assertTurnedAway(Answer answer, int status, String code) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.at("/code")).isEqualTo(code);
  }

  @Test
  void no_door_opens_to_who_may_not_come_in_and_each_attempt_is_written_down() throws Exception {
    new EveryDoor("teahouse", port, jdbc, mappings).check();
  }

  @Test
  void a_door_without_an_action_opens_to_nobody() {
    var all = holding("registration", "catering", "duty", "administrator", "service");
    assertTurnedAway(
        knock(HttpMethod.GET, teas + "/back/door", null, "Authorization", ISSUER.bearer(all)),
        403,
        "not-allowed");
  }

  @Test
  void a_token_is_good_for_five_minutes_at_most_and_not_after() {
    var now = Clock.systemUTC().instant();
    assertThat(readAs(holding("duty")).status()).isEqualTo(200);
    assertTurnedAway(
        readAs(holding("duty").withTimes(now, Duration.ofMinutes(6))), 401, "sign-in-required");
    assertTurnedAway(
        readAs(holding("duty").withTimes(now.minus(Duration.ofMinutes(10)), Duration.ofMinutes(5))),
        401,
        "clocks-differ");
  }

  @Test
  void a_clock_may_differ_from_the_gateways_by_a_minute() {
    var now = Clock.systemUTC().instant();
    var ended = now.minus(Duration.ofSeconds(50)).minus(Duration.ofMinutes(5));
    var token = ISSUER.bearer(holding("duty").withTimes(ended, Duration.ofMinutes(5)));
    assertThat(readWith(token).status()).isEqualTo(200);
    assertThat(readWith(token).status()).as("remembered").isEqualTo(200);
    var gone = now.minus(Duration.ofSeconds(70)).minus(Duration.ofMinutes(5));
    assertTurnedAway(
        readAs(holding("duty").withTimes(gone, Duration.ofMinutes(5))), 401, "clocks-differ");
  }

  @Test
  void a_token_that_was_touched_or_is_none_is_not_believed() {
    var good = ISSUER.bearer(holding("venue"));
    var parts = good.split("\\.");
    var forged = ISSUER.bearer(holding("duty")).split("\\.");
    assertTurnedAway(
        readWith(parts[0] + "." + forged[1] + "." + parts[2]), 401, "sign-in-required");
    assertTurnedAway(readWith("Bearer nonsense"), 401, "sign-in-required");
    assertTurnedAway(
        readWith("Bearer eyJhbGciOiJub25lIn0." + forged[1] + "."), 401, "sign-in-required");
    assertTurnedAway(readWith("Basic YTpi"), 401, "sign-in-required");
  }

  @Test
  void another_conference_is_answered_as_one_that_does_not_exist() {
    offered("secret", 100);
    var stranger = ISSUER.claims("teahouse", "lin", List.of("duty"), UUID.randomUUID());
    var nowhere = "/conferences/" + UUID.randomUUID() + "/teas?price=1";
    var there = readAs(stranger);
    var nothing = knock(HttpMethod.GET, nowhere, null, "Authorization", ISSUER.bearer(stranger));
    assertTurnedAway(there, 403, "not-allowed");
    assertThat(nothing.status()).isEqualTo(there.status());
    assertThat(nothing.text().replaceAll("/conferences/[^/]*/", ""))
        .isEqualTo(there.text().replaceAll("/conferences/[^/]*/", ""));
  }

  @Test
  void administrators_are_told_that_a_conference_does_not_exist() {
    offered("known", 100);
    var path = teas + "?price=1";
    var nowhere = path.replace(conference.toString(), UUID.randomUUID().toString());
    var administrator =
        ISSUER.bearer(ISSUER.claims("teahouse", "an", List.of("administrator"), null));
    assertTurnedAway(
        knock(HttpMethod.GET, nowhere, null, "Authorization", administrator),
        404,
        "conference-unknown");
    assertTurnedAway(
        knock(HttpMethod.GET, path, null, "Authorization", administrator), 403, "not-allowed");
  }

  @Test
  void a_new_key_of_the_issuer_is_fetched_when_it_is_first_met() {
    offered("keyed", 100);
    var claims = ISSUER.claims("teahouse", "lin", List.of("duty"), conference);
    var before = ISSUER.bearer(claims);
    assertThat(knock(HttpMethod.GET, teas + "/keyed", null, "Authorization", before).status())
        .isEqualTo(200);
    ISSUER.changeKey();
    assertThat(
            knock(HttpMethod.GET, teas + "/keyed", null, "Authorization", ISSUER.bearer(claims))
                .status())
        .isEqualTo(200);
    assertThat(knock(HttpMethod.GET, teas + "/keyed", null, "Authorization", before).status())
        .as("what was signed before is good until it expires")
        .isEqualTo(200);
  }

  @Test
  void what_is_held_on_the_platform_counts_in_every_conference() {
    var duty =
        new Claims(
            ISSUER.issuer(),
            "teahouse",
            "lin",
            null,
            List.of("duty"),
            List.of("duty"),
            List.of(),
            Clock.systemUTC().instant(),
            Duration.ofMinutes(5));
    assertThat(readAs(duty).status()).isEqualTo(200);
  }

  @Test
  void who_holds_several_roles_acts_in_the_one_that_they_name() {
    var both = ISSUER.bearer(holding("catering", "duty"));
    var body = "[{\"code\":\"assam\",\"price\":1}]";
    var refused =
        knock(
            HttpMethod.POST,
            teas,
            body,
            "Authorization",
            both,
            "Idempotency-Key",
            "a1",
            "Huiwu-Role",
            "duty");
    assertTurnedAway(refused, 403, "role-not-held");
    var taken =
        knock(
            HttpMethod.POST,
            teas,
            body,
            "Authorization",
            both,
            "Idempotency-Key",
            "a1",
            "Huiwu-Role",
            "catering",
            "Huiwu-Actor",
            "somebody-else");
    assertThat(taken.status()).isEqualTo(201);
    assertThat(
            jdbc.queryForMap(
                "select actor, role, action, outcome, address from audit_entry where conference = ? order by n desc limit 1",
                conference))
        .containsEntry("actor", "lin")
        .containsEntry("role", "catering")
        .containsEntry("action", "offer-teas")
        .containsEntry("outcome", "changed")
        .containsEntry("address", "192.0.2.1");
  }

  @Test
  void a_command_that_no_desk_writes_down_is_written_down_all_the_same() {
    ask(HttpMethod.POST, "/conferences/" + conference + "/parked/host.guest/ada/retry", null);
    assertThat(
            jdbc.queryForMap(
                "select actor, role, action, outcome from audit_entry where conference = ? order by n desc limit 1",
                conference))
        .containsEntry("actor", "ming")
        .containsEntry("role", "duty")
        .containsEntry("action", "retry-parked")
        .containsEntry("outcome", "http-404");
  }

  @Test
  void the_health_is_open_but_bare_and_the_rest_is_not() {
    var health = knock(HttpMethod.GET, "/actuator/health/readiness", null);
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.text()).isEqualTo("{\"status\":\"UP\"}");
    assertTurnedAway(knock(HttpMethod.GET, "/actuator/metrics", null), 401, "sign-in-required");
    assertTurnedAway(knock(HttpMethod.GET, "/openapi", null), 401, "sign-in-required");
    assertTurnedAway(
        knock(
            HttpMethod.GET,
            "/actuator/metrics",
            null,
            "Authorization",
            ISSUER.bearer(holding("venue"))),
        403,
        "not-allowed");
  }

  @Test
  void being_turned_away_is_said_in_the_callers_language() {
    assertThat(knock(HttpMethod.GET, teas, null).at("/title")).isEqualTo("尚未登录");
    assertThat(knock(HttpMethod.GET, teas, null, "Accept-Language", "en").at("/title"))
        .isEqualTo("Not signed in");
  }
}
