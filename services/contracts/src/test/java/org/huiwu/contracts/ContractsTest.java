package org.huiwu.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractsTest {
  private static final Path FILES = Path.of("src/main/resources/org/huiwu/contracts");

  static List<Example> examples() {
    return Contracts.examples();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_is_a_record_that_the_schemas_accept(Example example) {
    assertThat(Contracts.recordViolations(example.json())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_holds_the_event_that_it_is_named_after(Example example) {
    assertThat(example.states())
        .anySatisfy(s -> {
          assertThat(owner(s.aggregate()) + '.' + s.event() + ".v1").isEqualTo(example.name());
          assertThat(s.aggregate()).isEqualTo(Contracts.events().get(example.name()));
        });
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_awaits_receipts_of_those_who_subscribe(Example example) {
    Set<String> subscribers = new TreeSet<>();
    for (var state : example.states()) {
      Contracts.subscriptions()
          .forEach((subscriber, aggregates) -> {
            if (aggregates.contains(state.aggregate())) {
              subscribers.add(subscriber);
            }
          });
    }
    var said = Contracts.tree(example.json());
    assertThat(said.get("subscribers").valueStream().map(JsonNode::asText))
        .containsExactlyInAnyOrderElementsOf(subscribers);
    assertThat(said.get("service").asText()).isEqualTo(owner(example.name()));
  }

  @Test
  void every_event_has_an_example_and_every_example_an_event() throws IOException {
    assertThat(files(f -> f.contains("/examples/")))
        .isEqualTo(
            Contracts.events().keySet().stream()
                .map(Contracts::exampleFile)
                .collect(Collectors.toSet()));
  }

  @Test
  void every_aggregate_has_a_schema_and_every_schema_an_aggregate() throws IOException {
    assertThat(files(f -> f.contains("/") && f.endsWith(".schema.json")))
        .isEqualTo(
            Contracts.events().values().stream()
                .map(Contracts::schemaFile)
                .collect(Collectors.toSet()));
  }

  @Test
  void every_event_of_a_state_is_known() {
    assertThat(Contracts.examples())
        .flatExtracting(Example::states)
        .allSatisfy(s ->
            assertThat(Contracts.events())
                .containsEntry(owner(s.aggregate()) + '.' + s.event() + ".v1", s.aggregate()));
  }

  @Test
  void every_subscription_is_to_an_aggregate_that_has_a_schema() {
    assertThat(Contracts.subscriptions()).hasSize(6);
    assertThat(Contracts.subscriptions().values())
        .flatMap(aggregates -> aggregates)
        .allSatisfy(a -> assertThat(Contracts.exists(Contracts.schemaFile(a))).isTrue());
  }

  @Test
  void the_readers_of_asyncapi_are_the_subscribers() {
    Map<String, Set<String>> events = new TreeMap<>();
    for (var operation : Contracts.asyncapi().get("operations")) {
      if (operation.has("x-subscriber")) {
        var read =
            events.computeIfAbsent(operation.get("x-subscriber").asText(), _ -> new TreeSet<>());
        operation.get("messages").forEach(m -> read.add(lastOf(m)));
      }
    }
    Map<String, Set<String>> due = new TreeMap<>();
    Contracts.subscriptions()
        .forEach((subscriber, aggregates) ->
            due.put(
                subscriber,
                Contracts.events().entrySet().stream()
                    .filter(e -> aggregates.contains(e.getValue()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(TreeSet::new))));
    assertThat(events).isEqualTo(due);
  }

  @Test
  void a_channel_carries_the_events_of_its_service_and_they_refer_to_their_schema_and_example() {
    Contracts.events()
        .forEach((event, aggregate) -> {
          var channel = "/channels/" + owner(aggregate) + ".changes/messages/" + event + "/$ref";
          assertThat(Contracts.asyncapi().at(channel).asText())
              .isEqualTo("#/components/messages/" + event);
          var message = Contracts.asyncapi().at("/components/messages/" + event);
          assertThat(message.at("/examples/0/payload/$ref").asText())
              .isEqualTo("./" + Contracts.exampleFile(event));
          var state = message.at("/payload/allOf/1/properties/states/contains/properties");
          assertThat(state.at("/state/$ref").asText())
              .isEqualTo("./" + Contracts.schemaFile(aggregate));
          assertThat(state.at("/aggregate/const").asText()).isEqualTo(aggregate);
          assertThat(owner(aggregate) + '.' + state.at("/event/const").asText() + ".v1")
              .isEqualTo(event);
        });
  }

  @Test
  void the_receipt_is_a_record_that_only_acknowledges() {
    var receipt = Contracts.text("receipt.v1.example.json");
    assertThat(Contracts.recordViolations(receipt)).isEmpty();
    assertThat(Contracts.tree(receipt).get("states")).isEmpty();
    assertThat(Contracts.tree(receipt).get("receipts")).isNotEmpty();
  }

  @Test
  void numbers_in_examples_are_nobodys() {
    var number = Pattern.compile("1[3-9]\\d{9}");
    assertThat(Contracts.examples())
        .allSatisfy(e ->
            assertThat(number.matcher(e.json()).results().map(r -> r.group()))
                .allMatch(n -> n.startsWith("1990000")));
  }

  @Test
  void a_name_has_a_character_outside_the_basic_plane() {
    assertThat(Contracts.states("registration.participant"))
        .anySatisfy(
            s -> assertThat(s.json().codePoints()).anyMatch(Character::isSupplementaryCodePoint));
  }

  @Test
  void a_state_with_a_wrong_time_is_refused() {
    assertThat(planted("arrives", "2026-06-10 09:00")).anyMatch(v -> v.contains("arrives"));
    assertThat(planted("arrives", "2026-06-10T09:00:00")).anyMatch(v -> v.contains("arrives"));
  }

  @Test
  void a_state_with_a_field_too_many_or_too_few_is_refused() {
    assertThat(planted("altitude", "289")).anyMatch(v -> v.contains("altitude"));
    assertThat(planted("leaves", null)).anyMatch(v -> v.contains("leaves"));
  }

  @Test
  void a_record_with_a_wrong_state_or_envelope_is_refused() {
    var json = Contracts.text("catering/examples/diet-changed.v1.json");
    assertThat(Contracts.recordViolations(json)).isEmpty();
    assertThat(Contracts.recordViolations(json.replace("\"vegetarian\"", "\"vegan\"")))
        .isNotEmpty();
    assertThat(Contracts.recordViolations(json.replace("\"incarnation\":1", "\"incarnation\":0")))
        .isNotEmpty();
  }

  /// What is wrong with the golden stop once a field is another, or gone.
  private static List<String> planted(String field, @Nullable String value) {
    var stop = (ObjectNode) Contracts.tree(Contracts.states("excursion.stop").getFirst().json());
    if (value == null) {
      stop.remove(field);
    } else {
      stop.put(field, value);
    }
    return Contracts.violations("excursion.stop", stop.toString());
  }

  private static Set<String> files(Predicate<String> wanted) throws IOException {
    try (var files = Files.walk(FILES)) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> FILES.relativize(f).toString().replace('\\', '/'))
          .filter(wanted)
          .collect(Collectors.toSet());
    }
  }

  private static String owner(String name) {
    return name.substring(0, name.indexOf('.'));
  }

  private static String lastOf(JsonNode reference) {
    var path = reference.get("$ref").asText();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
