package org.huiwu.drills.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Bodies made from a schema: one that it allows, and many that it forbids, each in one place.
public final class BrokenBodies {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int HUGE = 200_000;
  private static final String LONE_HALF = "\\ud800";

  /// @param where the field that is wrong; empty where it is the whole
  public record Broken(String what, String where, String json) {}

  private final ApiDocument document;
  private final Random random;

  public BrokenBodies(ApiDocument document, Random random) {
    this.document = document;
    this.random = random;
  }

  /// The least that the schema allows.
  public JsonNode allowed(JsonNode declared) {
    var schema = document.resolved(declared);
    if (schema.has("enum")) {
      return schema.path("enum").path(0);
    }
    var types = Conformity.types(schema);
    if (schema.has("anyOf") || schema.has("oneOf")) {
      return allowed(schema.path(schema.has("anyOf") ? "anyOf" : "oneOf").path(0));
    }
    if (types.contains("object")) {
      var made = JSON.createObjectNode();
      schema
          .path("required")
          .forEach(name ->
              made.set(name.asString(), allowed(schema.path("properties").path(name.asString()))));
      return made;
    }
    if (types.contains("array")) {
      return JSON.createArrayNode().add(allowed(schema.path("items")));
    }
    if (types.contains("integer") || types.contains("number")) {
      return JSON.getNodeFactory().numberNode(Math.max(1, schema.path("minimum").asInt(1)));
    }
    return types.contains("boolean")
        ? JSON.getNodeFactory().booleanNode(false)
        : JSON.getNodeFactory().stringNode(text(schema));
  }

  private String text(JsonNode schema) {
    return switch (schema.path("format").asString("")) {
      case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
      case "date" -> "2026-06-08";
      case "local-date-time" -> "2026-06-08T10:00";
      case "date-time" -> "2026-06-08T10:00:00Z";
      case "duration" -> "PT30M";
      default -> matching(schema.path("pattern").asString(""));
    };
  }

  private String matching(String pattern) {
    var plain = "x" + random.nextInt(1_000_000);
    if (pattern.isEmpty() || Pattern.compile(pattern).matcher(plain).find()) {
      return plain;
    }
    return pattern.replaceAll("^\\^?(\\(\\?:)?|\\)?\\$?$", "").split("\\|", 2)[0];
  }

  /// What is no JSON, or not this one at all.
  public List<Broken> wholes(JsonNode declared) {
    var fine = allowed(declared);
    var text = fine.toString();
    List<Broken> all = new ArrayList<>();
    all.add(new Broken("malformed", "", "{\"a\": "));
    all.add(new Broken("cut short", "", text.substring(0, text.length() - 1)));
    all.add(new Broken("two bodies", "", text + " " + text));
    all.add(new Broken("null", "", "null"));
    all.add(new Broken("text", "", "\"x\""));
    all.add(new Broken("number", "", "7"));
    all.add(new Broken("no JSON", "", "<a/>"));
    all.add(new Broken("nested too deeply", "", "[".repeat(5_000) + "]".repeat(5_000)));
    all.add(new Broken("object or array", "", fine.isArray() ? "{}" : "[]"));
    if (fine.isArray()) {
      all.add(new Broken("null within", "", "[null]"));
    }
    return all;
  }

  /// Each field wrong in turn, everything else as allowed.
  public List<Broken> fields(JsonNode declared) {
    List<Broken> all = new ArrayList<>();
    fields(allowed(declared), declared, "", all);
    return all;
  }

  private void fields(JsonNode whole, JsonNode declared, String pointer, List<Broken> into) {
    var schema = document.resolved(declared);
    if (Conformity.types(schema).contains("array")) {
      fields(whole, schema.path("items"), pointer + "/0", into);
      return;
    }
    var at = whole.at(pointer);
    if (!at.isObject() || !schema.has("properties")) {
      return;
    }
    add(into, "unknown field", "surprise", changed(whole, pointer, o -> o.put("surprise", 1)));
    for (var name : schema.path("properties").propertyNames()) {
      field(whole, pointer, name, schema, into);
    }
  }

  private void field(
      JsonNode whole, String pointer, String name, JsonNode parent, List<Broken> into) {
    var declared = parent.path("properties").path(name);
    var schema = document.resolved(declared);
    var required = contains(parent.path("required"), name);
    if (required) {
      add(into, "missing", name, changed(whole, pointer, o -> o.remove(name)));
    }
    for (var wrong : wrongValues(schema, required)) {
      add(into, wrong.what(), name, changed(whole, pointer, o -> o.set(name, wrong.value())));
    }
    if (Conformity.types(schema).contains("string")) {
      var marked = changed(whole, pointer, o -> o.put(name, "@@"));
      add(into, "half a character", name, marked.replace("@@", LONE_HALF));
      add(into, "a NUL", name, marked.replace("@@", "a\\u0000b"));
    }
    if (Conformity.types(schema).contains("object") && schema.has("properties")) {
      var filled = JSON.readTree(changed(whole, pointer, o -> o.set(name, allowed(schema))));
      fields(filled, schema, pointer + "/" + name, into);
    }
  }

  private record Wrong(String what, JsonNode value) {}

  private static List<Wrong> wrongValues(JsonNode schema, boolean required) {
    var node = JSON.getNodeFactory();
    var types = Conformity.types(schema);
    List<Wrong> all = new ArrayList<>();
    if (types.isEmpty()) {
      return all;
    }
    if (required && !types.contains("null")) {
      all.add(new Wrong("null", node.nullNode()));
    }
    if (!types.contains("string")) {
      all.add(new Wrong("text", node.stringNode("x")));
      all.add(new Wrong("digits as text", node.stringNode("7")));
    } else {
      all.add(new Wrong("number", node.numberNode(7)));
      texts(schema).forEach(t -> all.add(new Wrong("forbidden text", node.stringNode(t))));
    }
    if (!types.contains("boolean")) {
      all.add(new Wrong("boolean", node.booleanNode(true)));
    }
    if (!types.contains("array")) {
      all.add(new Wrong("array", node.arrayNode().add(1)));
    }
    if (!types.contains("object")) {
      all.add(new Wrong("object", node.objectNode().put("a", 1)));
    }
    if (types.contains("integer")) {
      all.add(new Wrong("fraction", node.numberNode(1.5)));
      all.add(new Wrong("overflow", node.numberNode(new java.math.BigInteger("9".repeat(30)))));
      if (schema.has("minimum")) {
        all.add(new Wrong("too small", node.numberNode(schema.path("minimum").asLong() - 1)));
      }
      if (schema.has("maximum")) {
        all.add(new Wrong("too large", node.numberNode(schema.path("maximum").asLong() + 1)));
      }
    }
    return all;
  }

  private static List<String> texts(JsonNode schema) {
    List<String> all = new ArrayList<>();
    if (schema.has("enum")) {
      all.add("surely none of these");
    }
    if (schema.has("maxLength")) {
      all.add("x".repeat(schema.path("maxLength").asInt() + 1));
      all.add("会".repeat(HUGE));
    }
    switch (schema.path("format").asString("")) {
      case "uuid" -> all.addAll(List.of("x", "00000000-0000-0000-0000-00000000000g", ""));
      case "date" -> all.addAll(List.of("2026-02-30", "8 June", "2026-06-08T10:00", ""));
      case "local-date-time" ->
          all.addAll(
              List.of(
                  "2026-02-30T10:00",
                  "2026-06-08T25:00",
                  "2026-06-08T10:00:00Z",
                  "2026-06-08T10:00+08:00",
                  "2026-06-08",
                  "tomorrow"));
      case "date-time" -> all.addAll(List.of("2026-06-08", "now"));
      case "duration" -> all.addAll(List.of("2 hours", "PT", ""));
      default -> {
        if (schema.path("minLength").asInt(0) > 0) {
          all.add("");
        }
      }
    }
    return all;
  }

  /// Strings of requests that anybody may make as long as they like.
  public List<String> unbounded(JsonNode declared) {
    List<String> all = new ArrayList<>();
    unbounded(declared, "", all);
    return all;
  }

  private void unbounded(JsonNode declared, String at, List<String> into) {
    var schema = document.resolved(declared);
    var types = Conformity.types(schema);
    if (types.contains("string")
        && !schema.has("maxLength")
        && !schema.has("enum")
        && !schema.has("format")
        && !schema.path("pattern").asString("*").matches("[^*+]*")) {
      into.add(at);
    }
    if (schema.has("items")) {
      unbounded(schema.path("items"), at + "[]", into);
    }
    for (var choice : schema.path("anyOf")) {
      unbounded(choice, at, into);
    }
    for (var name : schema.path("properties").propertyNames()) {
      unbounded(schema.path("properties").path(name), at + "/" + name, into);
    }
  }

  private static void add(List<Broken> into, String what, String where, String json) {
    into.add(new Broken(what, where, json));
  }

  private static String changed(
      JsonNode whole, String pointer, java.util.function.Consumer<ObjectNode> change) {
    var copy = whole.deepCopy();
    if (copy.at(pointer) instanceof ObjectNode place) {
      change.accept(place);
    }
    return copy.toString();
  }

  private static boolean contains(JsonNode names, String name) {
    return names instanceof ArrayNode all
        && all.valueStream().anyMatch(n -> n.asString().equals(name));
  }
}
