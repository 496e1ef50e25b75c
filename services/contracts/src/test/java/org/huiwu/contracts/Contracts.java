package org.huiwu.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The contract (`asyncapi.yaml`, `subscriptions.json`, schemas and golden examples) as tests of
/// both sides of it read it. Services have this in test scope only.
public final class Contracts {
  private static final String RECEIPT = "receipt.v1";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode ASYNCAPI = read(new YAMLMapper(), "asyncapi.yaml");
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<String, Schema> LOADED = new ConcurrentHashMap<>();

  private Contracts() {}

  /// What is wrong with a state as its owner writes it; empty if nothing.
  ///
  /// @param aggregate owner and kind, e.g. `excursion.membership`
  public static List<String> violations(String aggregate, String state) {
    return violationsOf(schemaFile(aggregate), state);
  }

  /// What is wrong with a whole record, its states included; empty if nothing.
  public static List<String> recordViolations(String changeset) {
    var envelope = violationsOf("changeset.v1.schema.json", changeset);
    return envelope.isEmpty()
        ? Example.of("", tree(changeset)).states().stream()
            .flatMap(s -> violations(s.aggregate(), s.json()).stream())
            .toList()
        : envelope;
  }

  /// One for each event, in the order of asyncapi.yaml.
  public static List<Example> examples() {
    return events().keySet().stream()
        .map(name -> Example.of(name, read(JSON, exampleFile(name))))
        .toList();
  }

  /// The golden examples of the events of one service.
  public static List<Example> examplesOf(String service) {
    return examples().stream().filter(e -> e.name().startsWith(service + '.')).toList();
  }

  /// The states that golden examples show of an aggregate.
  public static List<Example.State> states(String aggregate) {
    return examples().stream()
        .flatMap(e -> e.states().stream())
        .filter(s -> s.aggregate().equals(aggregate))
        .toList();
  }

  /// The aggregates that a service owns.
  public static Set<String> aggregatesOf(String service) {
    return events().values().stream()
        .filter(a -> a.startsWith(service + '.'))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The aggregates that a service subscribes to.
  public static Set<String> subscriptionsOf(String service) {
    return subscriptions().getOrDefault(service, Set.of());
  }

  /// The names of a JSON object's fields.
  public static Set<String> fields(String object) {
    return tree(object).propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
  }

  /// Events by name on the wire, with the aggregate of which they are.
  static Map<String, String> events() {
    Map<String, String> events = new TreeMap<>();
    for (var message : ASYNCAPI.at("/components/messages").properties()) {
      if (!message.getKey().equals(RECEIPT)) {
        events.put(message.getKey(), message.getValue().path("x-aggregate").asText());
      }
    }
    return events;
  }

  static Map<String, Set<String>> subscriptions() {
    Map<String, Set<String>> subscriptions = new TreeMap<>();
    for (var entry : read(JSON, "subscriptions.json").properties()) {
      subscriptions.put(
          entry.getKey(),
          entry
              .getValue()
              .valueStream()
              .map(JsonNode::asText)
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return subscriptions;
  }

  static JsonNode asyncapi() {
    return ASYNCAPI;
  }

  static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// `<service>/<kind>.v1.schema.json`.
  static String schemaFile(String aggregate) {
    return aggregate.replace('.', '/') + ".v1.schema.json";
  }

  /// `<service>/examples/<event>.v1.json`.
  static String exampleFile(String event) {
    return event.replaceFirst("\\.", "/examples/") + ".json";
  }

  static boolean exists(String file) {
    return Contracts.class.getResource(file) != null;
  }

  static String text(String file) {
    return read(JSON, file).toString();
  }

  private static List<String> violationsOf(String schemaFile, String json) {
    return LOADED
        .computeIfAbsent(schemaFile, file -> SCHEMAS.getSchema(read(JSON, file)))
        .validate(json, InputFormat.JSON)
        .stream()
        .map(e -> e.getInstanceLocation() + ": " + e.getMessage())
        .toList();
  }

  private static JsonNode read(ObjectMapper mapper, String file) {
    try (InputStream in = Contracts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("The contract has no " + file);
      }
      return mapper.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
