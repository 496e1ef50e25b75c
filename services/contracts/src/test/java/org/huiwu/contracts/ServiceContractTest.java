package org.huiwu.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import tools.jackson.databind.json.JsonMapper;

/// Both sides of the contract for one service: what it writes, and what it reads of others. A
/// service extends this in its own module and says what it writes and who listens in it.
///
/// Messaging depends on this module, so that its types come from the service: how the wire is
/// written, the envelope, and the listeners.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServiceContractTest {
  private final String service;
  private final JsonMapper wire;
  private final Class<?> envelope;

  /// @param service the service's name, e.g. `transport-dispatch`
  /// @param wire how records are written on the wire
  /// @param envelope the record that a whole changeset is read into
  protected ServiceContractTest(String service, JsonMapper wire, Class<? extends Record> envelope) {
    this.service = service;
    this.wire = wire;
    this.envelope = envelope;
  }

  /// A listener as the contract sees it.
  ///
  /// @param aggregate owner and kind, e.g. `registration.participant`
  /// @param type the record with the fields that it asks for
  public record Listener(String aggregate, Class<?> type) {}

  /// Aggregates and made-up states of them as the service writes them, one at least for each
  /// aggregate that it owns.
  protected abstract Stream<Arguments> published();

  /// All listeners of the service.
  protected abstract Stream<Listener> listeners();

  /// An idle object of each class of the service that is of this type.
  protected final <T> Stream<T> found(Class<T> type) {
    var scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AssignableTypeFilter(type));
    return scan.findCandidateComponents("org.huiwu." + service.replace("-", "")).stream()
        .map(c -> type.cast(WireRecords.idle(Objects.requireNonNull(c.getBeanClassName()))));
  }

  List<Example> examples() {
    return Contracts.examplesOf(service);
  }

  @ParameterizedTest
  @MethodSource("published")
  void a_state_is_written_as_its_schema_and_golden_examples_say(String aggregate, Object state) {
    var json = wire.writeValueAsString(state);
    assertThat(Contracts.violations(aggregate, json)).isEmpty();
    assertThat(Contracts.states(aggregate))
        .isNotEmpty()
        .allSatisfy(golden ->
            assertThat(Contracts.fields(json)).isEqualTo(Contracts.fields(golden.json())));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void a_golden_example_is_just_what_the_envelope_writes(Example example) {
    var changeset = wire.readValue(example.json(), envelope);
    assertThat(wire.readTree(wire.writeValueAsString(changeset)))
        .isEqualTo(wire.readTree(example.json()));
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
        .containsExactlyInAnyOrderElementsOf(Contracts.aggregatesOf(service));
  }

  @ParameterizedTest
  @MethodSource("listeners")
  void a_listener_finds_all_that_it_asks_for_in_every_golden_example(Listener listener) {
    assertThat(Contracts.states(listener.aggregate()))
        .isNotEmpty()
        .allSatisfy(golden -> {
          var read = (Record) wire.readValue(golden.json(), listener.type());
          assertThat(WireRecords.lacking(read, golden.json())).isEmpty();
        });
  }

  @Test
  void there_is_one_listener_for_each_subscription() {
    assertThat(listeners())
        .extracting(Listener::aggregate)
        .containsExactlyInAnyOrderElementsOf(Contracts.subscriptionsOf(service));
  }
}
