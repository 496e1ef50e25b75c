package org.huiwu.registration.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.huiwu.contracts.Contracts;
import org.huiwu.contracts.Example;
import org.huiwu.contracts.WireRecords;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.StateListener;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.registration.itinerary.Leg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import tools.jackson.databind.json.JsonMapper;

/// Both sides of the contract (services/contracts): what this service writes, and what it reads of
/// others.
class ContractTest {
  private static final String SERVICE = "registration";
  private static final JsonMapper JSON = WireJson.mapper();

  static Stream<Arguments> published() {
    return Stream.of(
        arguments(
            "registration.conference",
            WireRecords.made(
                "org.huiwu.registration.conference.ConferenceNews$State",
                "DM26",
                "大会",
                "Asia/Shanghai",
                LocalDateTime.parse("2026-06-08T14:00"),
                LocalDateTime.parse("2026-06-12T12:00"),
                LocalDateTime.parse("2026-05-31T18:00"),
                true)),
        arguments(
            "registration.conference",
            WireRecords.made(
                "org.huiwu.registration.conference.ConferenceNews$State",
                "DM26",
                "大会",
                "Asia/Shanghai",
                LocalDateTime.parse("2026-06-08T14:00"),
                LocalDateTime.parse("2026-06-12T12:00"),
                null,
                false)),
        arguments(
            "registration.delegation",
            WireRecords.made(
                "org.huiwu.registration.delegation.DelegationNews$State", "GD", "广东代表团", false)),
        arguments(
            "registration.participant",
            WireRecords.made(
                "org.huiwu.registration.participant.ParticipantNews$State",
                "GD",
                "李𬭎",
                "M",
                2,
                "主任",
                "19900000001",
                null,
                true,
                "halal",
                "R1",
                false,
                null)),
        arguments(
            "registration.participant",
            WireRecords.made(
                "org.huiwu.registration.participant.ParticipantNews$State",
                "GD",
                "欧阳㛃",
                "F",
                4,
                "",
                "",
                "5d2c8a10-7a51-4f4e-9b59-0c7a1f3e2b11",
                false,
                "normal",
                "",
                true,
                "0f6b7c1e-52a3-4d0c-8b0e-6a1f0c9d7e22")),
        arguments(
            "registration.itinerary",
            WireRecords.made(
                "org.huiwu.registration.itinerary.ItineraryNews$State",
                new Leg(LocalDateTime.parse("2026-06-08T10:35"), "NNG", "CZ3029"),
                Leg.UNKNOWN)));
  }

  static List<Example> examples() {
    return Contracts.examplesOf(SERVICE);
  }

  static List<StateListener<?>> listeners() {
    var scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AssignableTypeFilter(StateListener.class));
    return scan.findCandidateComponents("org.huiwu.registration").stream()
        .<StateListener<?>>map(
            c -> (StateListener<?>) WireRecords.idle(Objects.requireNonNull(c.getBeanClassName())))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("published")
  void a_state_is_written_as_its_schema_and_golden_examples_say(String aggregate, Object state) {
    var json = JSON.writeValueAsString(state);
    assertThat(Contracts.violations(aggregate, json)).isEmpty();
    assertThat(Contracts.states(aggregate))
        .isNotEmpty()
        .allSatisfy(golden ->
            assertThat(Contracts.fields(json)).isEqualTo(Contracts.fields(golden.json())));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void a_golden_example_is_just_what_the_envelope_writes(Example example) {
    var changeset = JSON.readValue(example.json(), Changeset.class);
    assertThat(JSON.readTree(JSON.writeValueAsString(changeset)))
        .isEqualTo(JSON.readTree(example.json()));
  }

  @Test
  void every_event_of_the_contract_is_named_in_the_code() throws IOException {
    var code = new StringBuilder();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        code.append(Files.readString(file));
      }
    }
    assertThat(examples().stream().flatMap(e -> e.states().stream()).map(Example.State::event))
        .isNotEmpty()
        .allMatch(event -> code.indexOf('"' + event + '"') >= 0);
  }

  @Test
  void every_aggregate_that_this_service_owns_is_tried() {
    assertThat(published().map(a -> (String) a.get()[0]).distinct())
        .containsExactlyInAnyOrderElementsOf(Contracts.aggregatesOf(SERVICE));
  }

  @ParameterizedTest
  @MethodSource("listeners")
  void a_listener_finds_all_that_it_asks_for_in_every_golden_example(StateListener<?> listener) {
    assertThat(Contracts.states(listener.aggregate()))
        .isNotEmpty()
        .allSatisfy(golden -> {
          var read = (Record) JSON.readValue(golden.json(), listener.type());
          assertThat(WireRecords.lacking(read, golden.json())).isEmpty();
        });
  }

  @Test
  void there_is_one_listener_for_each_subscription() {
    assertThat(listeners())
        .extracting(StateListener::aggregate)
        .containsExactlyInAnyOrderElementsOf(Contracts.subscriptionsOf(SERVICE));
  }
}
