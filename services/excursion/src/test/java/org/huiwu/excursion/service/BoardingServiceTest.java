package org.huiwu.excursion.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.huiwu.excursion.service.States.Bus;
import org.huiwu.excursion.service.States.Person;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/// Memberships, from door to door.
class BoardingServiceTest extends ExcursionScene {
  private static final Bus X1A = Bus.of("X1A", "R1", 2, "BJ");
  private static final Bus X1B = Bus.of("X1B", "R1", 45, "TJ");
  private static final Bus X2A = Bus.of("X2A", "R2", 45, "BJ");

  @Test
  void who_is_registered_is_placed_and_is_on_the_sites_list_in_the_same_change() {
    planned(X1A, X2A);
    var change = registered(Person.delegate("a", "BJ", "R1"), Person.delegate("b", "BJ", ""));
    assertThat(memberships(change))
        .isEqualTo(Map.of("a", "member-placed R1/X1A", "b", "member-placed /"));
    assertThat(change.states().getFirst().state().toString())
        .isEqualTo("{\"route\":\"R1\",\"bus\":\"X1A\",\"absent\":false}");
    assertThat(change.manifests())
        .singleElement()
        .satisfies(delta ->
            assertThat(delta.lines())
                .isEqualTo(
                    Map.of(
                        "a",
                        Map.of(
                            "bus",
                            "X1A",
                            "rank",
                            "2",
                            "diet",
                            "normal",
                            "name",
                            "名-a",
                            "delegation",
                            "BJ"))));
    var answer = desk.get("/memberships/a");
    assertThat(answer.etag()).isEqualTo("\"1\"");
    assertThat(answer.body().toString())
        .isEqualTo(
            "{\"person\":\"a\",\"route\":\"R1\",\"bus\":\"X1A\",\"absent\":false,\"version\":1}");
  }

  @Test
  void the_diet_is_as_declared_until_catering_speaks_whenever_that_is() {
    planned(X1A);
    hear("catering", States.diet("a", 1, "halal"));
    registered(Person.delegate("a", "BJ", "R1"), Person.delegate("b", "BJ", "R1"));
    assertThat(diet("a")).isEqualTo("halal");
    assertThat(diet("b")).isEqualTo("normal");
    assertThat(hear("catering", States.diet("c", 1, "normal")).manifests()).isEmpty();
    registered(Person.delegate("c", "BJ", "R1"));
    assertThat(hear("catering", States.diet("c", 2, "normal")).manifests()).isEmpty();
    var change = hear("catering", States.diet("b", 1, "vegetarian"));
    assertThat(manifests(change)).containsExactly("site:S1");
    assertThat(diet("b")).isEqualTo("vegetarian");
  }

  @Test
  void registration_is_told_of_places_that_it_did_not_ask_for_by_name() {
    planned(X1A, X2A);
    assertThat(registered(Person.delegate("a", "BJ", "R1")).subscribers())
        .containsExactlyInAnyOrder("catering", "transport-dispatch");
    assertThat(registered(Person.companionOf("a", "c", "BJ")).subscribers())
        .contains("registration");
    assertThat(registered(Person.delegate("a", "BJ", "R1").substitutedBy("b")).subscribers())
        .doesNotContain("registration");
    assertThat(changed(switchRoute("a", 1, "R2")).subscribers()).contains("registration");
  }

  @Test
  void a_switch_moves_one_person_and_revises_the_two_routes_sites() {
    planned(X1A, X1B, X2A);
    registered(Person.delegate("a", "BJ", "R2"), Person.companionOf("a", "c", "BJ"));
    var answer = switchRoute("a", 1, "R1");
    assertThat(answer.etag()).isEqualTo("\"2\"");
    assertThat(answer.body().path("bus").asString()).isEqualTo("X1B");
    var change = changed(answer);
    assertThat(memberships(change)).isEqualTo(Map.of("a", "route-switched R1/X1B"));
    assertThat(manifests(change)).containsExactly("site:S1", "site:S2");
    assertThat(site("S2")).isEqualTo(Map.of("c", "X2A"));
    assertThat(switchRoute("a", 2, "").change()).isPresent();
    assertThat(place("a")).isEqualTo("/");
  }

  @Test
  void a_switch_to_the_present_route_changes_nothing() {
    planned(X1A);
    registered(Person.delegate("a", "BJ", "R1"));
    var answer = switchRoute("a", 1, "R1");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.change()).isEmpty();
    assertThat(answer.etag()).isEqualTo("\"1\"");
  }

  @Test
  void a_switch_is_refused_with_a_reason() {
    planned(X1A);
    var a = Person.delegate("a", "BJ", "R1");
    registered(a);
    assertThat(switchRoute("nobody", 1, "R2").code()).isEqualTo("membership-unknown");
    assertThat(switchRoute("nobody", 1, "R2").status()).isEqualTo(404);
    assertThat(switchRoute("a", 1, "R9").code()).isEqualTo("route-unknown");
    assertThat(switchRoute("a", 1, "R9").status()).isEqualTo(422);
    var stale = switchRoute("a", 5, "R2");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.body().path("current").path("bus").asString()).isEqualTo("X1A");
    assertThat(
            desk.send(HttpMethod.PUT, "/memberships/a/route", null, "{\"route\": \"R2\"}").status())
        .isEqualTo(428);
    assertThat(desk.send(HttpMethod.PUT, "/memberships/a/route", 1L, "{}").status()).isEqualTo(400);
    hear(REGISTRATION, a.withdrawn().state("participant-withdrawn"));
    assertThat(switchRoute("a", 1, "R2").code()).isEqualTo("person-withdrawn");
  }

  @Test
  void a_withdrawal_takes_the_lines_away_and_a_reinstatement_brings_them_back() {
    planned(X1A);
    var a = Person.delegate("a", "BJ", "R1");
    registered(a);
    var gone = hear(REGISTRATION, a.withdrawn().state("participant-withdrawn"));
    assertThat(gone.states()).isEmpty();
    assertThat(site("S1")).isEmpty();
    hear(REGISTRATION, a.withdrawn().reinstated().state("participant-reinstated"));
    assertThat(site("S1")).isEqualTo(Map.of("a", "X1A"));
  }

  @Test
  void a_substitute_takes_the_place_in_one_change() {
    planned(X1A, X1B);
    var a = Person.delegate("a", "BJ", "R2");
    registered(a);
    switchRoute("a", 1, "R1");
    var change =
        hear(
            REGISTRATION,
            a.withdrawn().state("participant-withdrawn"),
            a.substitutedBy("b").state("participant-substituted"));
    assertThat(memberships(change)).isEqualTo(Map.of("b", "member-placed R1/X1B"));
    assertThat(site("S1")).isEqualTo(Map.of("b", "X1B"));
  }

  @Test
  void a_roll_call_settles_a_bus_in_one_change() {
    planned(X1A, X1B, X2A);
    registered(
        Person.delegate("a", "BJ", "R1"),
        Person.delegate("b", "BJ", "R1"),
        Person.delegate("c", "BJ", "R2"));
    var change = called("X1A", 50, List.of("a", "c"), List.of("b"), List.of("c"));
    assertThat(memberships(change))
        .isEqualTo(Map.of("b", "called-absent R1/X1A", "c", "seen-aboard R1/X1A"));
    assertThat(site("S1")).isEqualTo(Map.of("a", "X1A", "c", "X1A"));
    assertThat(place("b")).isEqualTo("R1/X1A absent");

    var again = called("X1A", 55, List.of("b"), List.of("a"), NOBODY);
    assertThat(memberships(again)).isEqualTo(Map.of("b", "seen-aboard R1/X1A"));
    assertThat(place("a")).isEqualTo("R1/X1A");
  }

  @Test
  void a_roll_call_that_changes_nothing_is_only_acknowledged() {
    planned(X1A);
    registered(Person.delegate("a", "BJ", "R1"));
    var change = called("X1A", 50, List.of("a"), NOBODY, NOBODY);
    assertThat(change.states()).isEmpty();
    assertThat(change.manifests()).isEmpty();
    assertThat(desk.get("/memberships/a").etag()).isEqualTo("\"1\"");
  }

  @Test
  void the_later_of_two_presences_wins_whatever_came_in_first() {
    planned(X1A, X1B, X2A);
    registered(Person.delegate("a", "BJ", "R1"));
    called("X2A", 55, List.of("a"), NOBODY, List.of("a"));
    called("X1B", 50, List.of("a"), NOBODY, List.of("a"));
    assertThat(place("a")).isEqualTo("R2/X2A");
    called("X1B", 55, List.of("a"), NOBODY, List.of("a"));
    assertThat(place("a")).isEqualTo("R1/X1B");
  }

  @Test
  void facts_that_come_before_what_they_are_about_are_kept_and_applied() {
    registered(Person.companionOf("h", "c", "BJ"));
    called("X1A", 50, List.of("h"), List.of("c"), NOBODY);
    assertThat(exceptions())
        .containsExactly("waiting-for-another c", "trip-unknown c", "trip-unknown h");
    var host = registered(Person.delegate("h", "BJ", "R1"));
    assertThat(memberships(host))
        .isEqualTo(Map.of("h", "member-placed R1/", "c", "member-placed R1/"));
    assertThat(exceptions()).contains("unplaced h", "unplaced c");
    var bus = planned(X1A);
    assertThat(memberships(bus))
        .isEqualTo(Map.of("h", "member-placed R1/X1A", "c", "called-absent R1/X1A"));
    assertThat(site("S1")).isEqualTo(Map.of("h", "X1A"));
    assertThat(exceptions()).isEmpty();
  }

  @Test
  void the_members_of_a_cancelled_bus_go_to_the_others_in_the_change_that_cancelled_it() {
    planned(X1A, X1B);
    registered(Person.delegate("a", "BJ", "R1"), Person.delegate("b", "BJ", "R1"));
    var change = hear(TRANSPORT, X1A.cancel().state("trip-cancelled"));
    assertThat(memberships(change))
        .isEqualTo(Map.of("a", "member-placed R1/X1B", "b", "member-placed R1/X1B"));
    assertThat(change.states()).extracting(AggregateState::version).containsOnly(2L);
    hear(TRANSPORT, X1B.cancel().state("trip-cancelled"));
    assertThat(exceptions()).containsExactly("unplaced a", "unplaced b");
    assertThat(site("S1")).isEqualTo(Map.of("a", "", "b", ""));
  }

  @Test
  void the_desk_sees_groups_and_what_is_out_of_order() {
    planned(X1A, X1B, X2A);
    var d = Person.delegate("d", "BJ", "R2");
    registered(
        Person.delegate("a", "BJ", "R1"),
        Person.delegate("b", "BJ", "R1"),
        Person.delegate("c", "BJ", "R1"),
        d);
    hear(REGISTRATION, d.withdrawn().state("participant-withdrawn"));
    called("X2A", 50, List.of("a", "d"), NOBODY, List.of("d"));
    called("X1B", 51, List.of("stranger"), NOBODY, NOBODY);
    assertThat(exceptions())
        .containsExactlyInAnyOrder(
            "overfull X1A", "seen-elsewhere a", "seen-withdrawn d", "person-unknown stranger");
    var group = desk.get("/groups").body().get(0);
    assertThat(group.path("bus").asString()).isEqualTo("X1A");
    assertThat(group.path("taken").asInt()).isEqualTo(3);
    assertThat(group.path("members").findValuesAsString("person"))
        .containsExactlyInAnyOrder("a", "b", "c");

    called("X1A", 55, List.of("a"), List.of("b"), NOBODY);
    hear(REGISTRATION, d.withdrawn().reinstated().state("participant-reinstated"));
    assertThat(place("d")).isEqualTo("R2/X2A");
    assertThat(exceptions()).containsExactly("person-unknown stranger");
    registered(Person.delegate("stranger", "XZ", "R2"));
    assertThat(exceptions()).containsExactly("unplaced stranger", "seen-elsewhere stranger");
  }

  @Test
  void a_roll_call_of_a_cancelled_bus_is_kept_and_listed_and_that_of_a_pickup_is_not_ours() {
    planned(X1A, X1B);
    registered(Person.delegate("a", "BJ", "R1"));
    hear(TRANSPORT, X1A.cancel().state("trip-cancelled"), States.pickup("P1"));
    called("X1A", 50, List.of("a"), NOBODY, List.of("a"));
    called("P1", 50, List.of("a"), NOBODY, List.of("a"));
    assertThat(place("a")).isEqualTo("R1/X1B");
    assertThat(exceptions()).containsExactly("trip-cancelled a");
  }

  @Test
  void everybody_can_be_listed_and_everybody_of_a_route() {
    planned(X1A);
    registered(Person.delegate("a", "BJ", "R1"), Person.delegate("b", "BJ", ""));
    assertThat(desk.get("/memberships").body().findValuesAsString("person"))
        .containsExactly("a", "b");
    assertThat(desk.get("/memberships?route=R1").body().findValuesAsString("person"))
        .containsExactly("a");
    assertThat(desk.get("/memberships?route=").body().findValuesAsString("person"))
        .containsExactly("b");
  }

  @Test
  void a_wish_for_a_route_that_nobody_has_planned_is_an_exception_until_it_is_planned() {
    planned(Bus.of("X3A", "R3", 45, "BJ"));
    registered(Person.delegate("a", "BJ", "R3"));
    assertThat(place("a")).isEqualTo("R3/X3A");
    assertThat(exceptions()).containsExactly("route-unknown a");
    created("/routes", "[" + route("R3") + "]");
    assertThat(exceptions()).isEmpty();
  }

  private String diet(String person) {
    return desk.get("/derived-manifests/site:S1")
        .body()
        .path("lines")
        .path(person)
        .path("diet")
        .asString();
  }
}
