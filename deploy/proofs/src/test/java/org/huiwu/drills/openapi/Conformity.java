package org.huiwu.drills.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Whether an answer is what the document says: no field that is not declared, none missing that is
/// always there, each of its type.
public final class Conformity {
  private final ApiDocument document;
  private final List<String> faults = new ArrayList<>();

  private Conformity(ApiDocument document) {
    this.document = document;
  }

  /// @return what is not as declared, each with its place; empty when all is
  public static List<String> faults(ApiDocument document, JsonNode schema, JsonNode value) {
    var conformity = new Conformity(document);
    conformity.check("", schema, value);
    return conformity.faults;
  }

  private void check(String at, JsonNode declared, JsonNode value) {
    var schema = document.resolved(declared);
    for (var choice : List.of("anyOf", "oneOf")) {
      if (schema.has(choice)) {
        checkChoice(at, schema.path(choice), value);
        return;
      }
    }
    if (!types(schema).isEmpty() && types(schema).stream().noneMatch(t -> is(t, value))) {
      faults.add(at + " is " + value.getNodeType() + ", not " + types(schema));
    } else if (value.isObject()) {
      checkObject(at, schema, value);
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        check(at + "[" + i + "]", schema.path("items"), value.path(i));
      }
    } else if (schema.has("enum") && !contains(schema.path("enum"), value)) {
      faults.add(at + " is none of " + schema.path("enum"));
    }
  }

  /// One of them is enough.
  private void checkChoice(String at, JsonNode choices, JsonNode value) {
    List<String> all = new ArrayList<>();
    for (var choice : choices) {
      var found = faults(document, choice, value);
      if (found.isEmpty()) {
        return;
      }
      found.forEach(f -> all.add(at + f));
    }
    faults.add(at + " is none of the choices: " + all);
  }

  private void checkObject(String at, JsonNode schema, JsonNode value) {
    Map<String, JsonNode> properties = new TreeMap<>();
    Set<String> required = new TreeSet<>();
    JsonNode additional = collect(schema, properties, required);
    for (var name : value.propertyNames()) {
      var known = properties.get(name);
      if (known != null) {
        check(at + "/" + name, known, value.path(name));
      } else if (additional.isObject()) {
        check(at + "/" + name, additional, value.path(name));
      } else {
        faults.add(at + "/" + name + " is not declared");
      }
    }
    required.stream()
        .filter(name -> !value.has(name))
        .forEach(name -> faults.add(at + "/" + name + " is required, and missing"));
  }

  /// @return what other fields are, if there may be others
  private JsonNode collect(
      JsonNode schema, Map<String, JsonNode> properties, Set<String> required) {
    var additional = schema.path("additionalProperties");
    for (var part : schema.path("allOf")) {
      var inherited = collect(document.resolved(part), properties, required);
      additional = inherited.isObject() ? inherited : additional;
    }
    for (var name : schema.path("properties").propertyNames()) {
      properties.put(name, schema.path("properties").path(name));
    }
    schema.path("required").forEach(r -> required.add(r.asString()));
    return additional;
  }

  static Set<String> types(JsonNode schema) {
    Set<String> types = new TreeSet<>();
    var type = schema.path("type");
    if (type.isString()) {
      types.add(type.asString());
    }
    type.forEach(t -> types.add(t.asString()));
    return types;
  }

  private static boolean is(String type, JsonNode value) {
    return switch (type) {
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      case "null" -> value.isNull();
      default -> false;
    };
  }

  private static boolean contains(JsonNode all, JsonNode value) {
    for (var one : all) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
