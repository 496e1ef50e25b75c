package org.huiwu.drills.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// One service's OpenAPI document.
public record ApiDocument(String service, JsonNode json) {
  public static final String GATEWAY = "gateway";
  private static final List<String> VISITORS = List.of("/site/", "/providers/");
  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  /// @param method in capitals
  /// @param path as declared, with its variables in braces
  public record Operation(ApiDocument document, String method, String path, JsonNode json) {

    public boolean reads() {
      return method.equals("GET");
    }

    public boolean streams() {
      return json.at("/responses/200/content").has("text/event-stream");
    }

    /// Takes a file.
    public boolean uploads() {
      return json.at("/requestBody/content").has("application/octet-stream");
    }

    /// Of `path`, `query` or `header`.
    public List<JsonNode> parameters(String in) {
      List<JsonNode> all = new ArrayList<>();
      for (var parameter : json.path("parameters")) {
        if (parameter.path("in").asString().equals(in)) {
          all.add(parameter);
        }
      }
      return all;
    }

    public boolean requiresHeader(String name) {
      return parameters("header").stream()
          .anyMatch(p -> p.path("name").asString().equals(name) && p.path("required").asBoolean());
    }

    public boolean hasHeader(String name) {
      return parameters("header").stream().anyMatch(p -> p.path("name").asString().equals(name));
    }

    /// Missing where it takes no JSON.
    public JsonNode body() {
      return json.at("/requestBody/content/application~1json/schema");
    }

    public boolean requiresBody() {
      return json.at("/requestBody/required").asBoolean(false);
    }

    public boolean declares(int status) {
      return json.path("responses").has(Integer.toString(status));
    }

    /// What the answer of this status is, missing if nothing is declared.
    public JsonNode answer(int status, String type) {
      return document
          .resolved(json.path("responses").path(Integer.toString(status)))
          .path("content")
          .path(type)
          .path("schema");
    }

    @Override
    public String toString() {
      return method + " " + document.address(path);
    }
  }

  /// Where a path of this document is: the gateway's own are not behind it, and those for visitors
  /// without an account pass as they are.
  public String address(String path) {
    return service.equals(GATEWAY) || VISITORS.stream().anyMatch(path::startsWith)
        ? path
        : "/api/" + service + path;
  }

  public List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    for (var path : json.path("paths").propertyNames()) {
      for (var method : METHODS) {
        var operation = json.path("paths").path(path).path(method);
        if (operation.isObject()) {
          all.add(new Operation(this, method.toUpperCase(Locale.ROOT), path, operation));
        }
      }
    }
    return all;
  }

  /// Of a path that is declared.
  public Set<String> declaredMethods(String path) {
    Set<String> all = new TreeSet<>();
    METHODS.stream()
        .filter(m -> json.path("paths").path(path).has(m))
        .forEach(m -> all.add(m.toUpperCase(Locale.ROOT)));
    return all;
  }

  /// Of a path that is declared: the methods that are not.
  public Set<String> undeclaredMethods(String path) {
    Set<String> all = new TreeSet<>();
    METHODS.stream()
        .filter(m -> !json.path("paths").path(path).has(m))
        .forEach(m -> all.add(m.toUpperCase(Locale.ROOT)));
    return all;
  }

  /// The schema itself where this is a reference to it.
  public JsonNode resolved(JsonNode schema) {
    var ref = schema.path("$ref").asString("");
    return ref.isEmpty() ? schema : resolved(json.at(ref.substring(1)));
  }
}
