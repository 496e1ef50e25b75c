package org.huiwu.drills;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.huiwu.drills.openapi.ApiDocument;
import org.huiwu.drills.openapi.ApiDocument.Operation;
import org.huiwu.drills.openapi.BrokenBodies;
import org.huiwu.drills.openapi.BrokenBodies.Broken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Walks every route of one service's document with input that the document forbids. Nothing of it
/// may be taken; what could be taken by mistake is sent with a version that nothing has.
final class DoorWalk {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String STALE = "\"987654\"";
  private static final int OVER_LIMIT = 10 * 1024 * 1024 + 10;
  private static final int LONG_CODE = 3_000;
  private static final int OK = 300;
  private static final int SHOWN = 300;
  private static final String NONE = "none-such";
  private static final List<String> NAMES =
      List.of("code", "id", "person", "manifest", "plate", "delegation", "change");

  private final ApiDocument document;
  private final Door door;
  private final String conference;
  private final Random random;
  private final BrokenBodies bodies;
  private final Map<String, List<String>> known = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private int requests;

  DoorWalk(ApiDocument document, Door door, String conference, long seed) {
    this.document = document;
    this.door = door;
    this.conference = conference;
    this.random = new Random(seed + document.service().hashCode());
    this.bodies = new BrokenBodies(document, random);
  }

  List<String> faults() {
    return faults;
  }

  int requests() {
    return requests;
  }

  void walk() {
    var paths = new TreeSet<String>();
    for (var operation : document.operations()) {
      paths.add(operation.path());
      bodies
          .unbounded(operation.body())
          .forEach(f -> faults.add(operation + " takes a text of any length: " + f));
      addresses(operation);
      queries(operation);
      headers(operation);
      if (!operation.body().isMissingNode()) {
        bodiesOf(operation);
      }
    }
    paths.forEach(this::methods);
  }

  /// What every question of the document answers about what is there.
  ///
  /// @return address to answer
  Map<String, String> questions() {
    Map<String, String> answers = new HashMap<>();
    for (var operation : document.operations()) {
      if (operation.reads() && !operation.streams()) {
        for (var address : addressesOf(operation)) {
          var asked = address + required(operation);
          var answer = new Sent(operation, "question", asked).send(BodyPublishers.noBody());
          answers.put(document.service() + asked, answer.body());
        }
      }
    }
    return answers;
  }

  private String required(Operation operation) {
    var query = new StringBuilder();
    for (var parameter : operation.parameters("query")) {
      if (parameter.path("required").asBoolean(false)) {
        query.append(query.isEmpty() ? '?' : '&');
        query.append(parameter.path("name").asString()).append("=1");
      }
    }
    return query.toString();
  }

  private void addresses(Operation operation) {
    var elsewhere = operation.path().replace("{conference}", UUID.randomUUID().toString());
    if (!elsewhere.equals(operation.path())) {
      refused(operation, "a conference that is not there", filled(elsewhere));
      var none = operation.path().replace("{conference}", "none");
      refused(operation, "a conference that cannot be", filled(none));
    }
    if (operation.streams()) {
      return;
    }
    for (var parameter : operation.parameters("path")) {
      var name = "{" + parameter.path("name").asString() + "}";
      if (!name.equals("{conference}")) {
        for (var wrong : wrongCodes()) {
          refused(
              operation, "the code " + shown(wrong), filled(operation.path().replace(name, wrong)));
        }
      }
    }
  }

  private List<String> wrongCodes() {
    return List.of(
        NONE,
        new UUID(random.nextLong(), random.nextLong()).toString(),
        "%2e%2e",
        "..",
        "%2e%2e%2f%2e%2e%2fsecrets",
        "%00",
        "a%00b",
        "%ff%fe",
        "%E4%BC%9A%E5%8A%A1",
        "%F0%9F%9A%8C%0A",
        "a;b=c",
        "a%3Bb",
        "a%2Fb",
        "a%5Cb",
        "%25",
        "'%20or%20''='",
        "-1",
        "9".repeat(30),
        "x".repeat(LONG_CODE));
  }

  private void queries(Operation operation) {
    for (var parameter : operation.parameters("query")) {
      var name = parameter.path("name").asString();
      var schema = document.resolved(parameter.path("schema"));
      for (var wrong : wrongParameters(schema)) {
        refused(operation, "the parameter " + name, first(operation) + "?" + name + "=" + wrong);
      }
      if (parameter.path("required").asBoolean(false)) {
        refused(operation, "without the parameter " + name, first(operation));
      }
    }
  }

  private static List<String> wrongParameters(JsonNode schema) {
    List<String> all = new ArrayList<>(List.of("a%00b"));
    var type = schema.path("type").isArray() ? schema.path("type").path(0) : schema.path("type");
    switch (type.asString("")) {
      case "integer" -> {
        all.addAll(List.of("x", "1.5", "9".repeat(30), "%E4%B8%80"));
        if (schema.has("minimum")) {
          all.add(Long.toString(schema.path("minimum").asLong() - 1));
        }
        if (schema.has("maximum")) {
          all.add(Long.toString(schema.path("maximum").asLong() + 1));
        }
      }
      case "boolean" -> all.add("perhaps");
      default -> {
        if (schema.path("format").asString("").equals("uuid")
            || schema.has("enum")
            || !NONE.matches(schema.path("pattern").asString(".*"))) {
          all.add(NONE);
        }
        if (schema.has("maxLength")) {
          all.add("x".repeat(schema.path("maxLength").asInt() + 1));
        }
      }
    }
    return all;
  }

  private void headers(Operation operation) {
    if (operation.streams()) {
      return;
    }
    if (operation.reads()) {
      sent(operation, "an unknown format", first(operation)).with("Accept", "image/png").refused();
      for (var odd : List.of(";;;", "xx-YY;q=9", "*", "zh;q=a", "e".repeat(500))) {
        sent(operation, "the language " + shown(odd), first(operation))
            .with("Accept-Language", odd)
            .answered();
      }
      return;
    }
    var body = bodies.allowed(operation.body());
    if (operation.requiresHeader("Idempotency-Key")) {
      sent(operation, "no key", first(operation)).without("Idempotency-Key").refused(body, 400);
      sent(operation, "a blank key", first(operation))
          .with("Idempotency-Key", " ")
          .refused(body, 400);
    }
    if (!operation.parameters("header").isEmpty()) {
      sent(operation, "a long key", first(operation))
          .with("Idempotency-Key", "k".repeat(4_000))
          .refused(body, 400);
      sent(operation, "a malformed reason", first(operation))
          .with("Huiwu-Reason", "%ZZ")
          .refused(body, 400);
      sent(operation, "a role that nobody has", first(operation))
          .with("Huiwu-Role", "emperor")
          .refused(body, 403);
    }
    if (operation.requiresHeader("If-Match")) {
      sent(operation, "no version", first(operation)).without("If-Match").refused(body, 428);
      for (var odd : List.of("yesterday", "*", "\"1\", \"2\"", "9".repeat(30))) {
        sent(operation, "the version " + odd, first(operation))
            .with("If-Match", odd)
            .refused(body, 400);
      }
      var stale = sent(operation, "a stale version", first(operation)).refused(body, 412, 404, 422);
      if (stale.statusCode() != 412 && isKnown(operation)) {
        faults.add(operation + " with a stale version: " + stale.statusCode() + " " + stale.body());
      }
    }
  }

  private void bodiesOf(Operation operation) {
    var fine = bodies.allowed(operation.body());
    for (var broken : bodies.wholes(operation.body())) {
      if (operation.requiresBody() || !broken.json().equals("null")) {
        body(operation, broken);
      }
    }
    bodies.fields(operation.body()).forEach(b -> body(operation, b));
    if (operation.requiresBody()) {
      sent(operation, "no body", first(operation)).refused(BodyPublishers.noBody(), 400, 415);
    }
    for (var type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")) {
      sent(operation, "the content type " + type, first(operation))
          .with("Content-Type", type)
          .refused(fine, 415);
    }
    for (var type : List.of("nonsense", "application/json; charset=nonsense", "*/*")) {
      sent(operation, "the content type " + type, first(operation))
          .with("Content-Type", type)
          .refused(fine, 400, 415);
    }
    sent(operation, "no UTF-8", first(operation))
        .refused(BodyPublishers.ofByteArray(withoutUtf8(fine)), 400);
    if (random.nextInt(8) == 0) {
      sent(operation, "too large a body", first(operation))
          .refused(BodyPublishers.ofString("[" + " ".repeat(OVER_LIMIT) + "]"), 413);
    }
  }

  private static byte[] withoutUtf8(JsonNode body) {
    var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    var quote = new String(bytes, StandardCharsets.UTF_8).indexOf('"');
    if (quote < 0) {
      return new byte[] {'{', '"', (byte) 0xff, (byte) 0xc0, '"', ':', '1', '}'};
    }
    bytes[Math.min(quote + 1, bytes.length - 1)] = (byte) 0xff;
    return bytes;
  }

  private void body(Operation operation, Broken broken) {
    var sent = sent(operation, broken.what() + " at '" + broken.where() + "'", first(operation));
    var answer = sent.refused(BodyPublishers.ofString(broken.json()), 400, 422);
    if (answer.statusCode() == 400 && !answer.body().contains(broken.where())) {
      faults.add(sent + ": does not say where: " + shown(answer.body()));
    }
  }

  private void methods(String path) {
    for (var method : document.undeclaredMethods(path)) {
      var request =
          door.request("/api/" + document.service() + filled(path))
              .method(
                  method,
                  method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
              .setHeader("Content-Type", "application/json");
      requests++;
      var answer = door.send(request);
      var said = new ArrayList<>(DoorAnswers.refusal(answer, true));
      if (answer.statusCode() != 405 && answer.statusCode() != 404) {
        said.add("not 405: " + answer.statusCode() + " " + answer.body());
      }
      said.forEach(f -> faults.add(method + " " + document.service() + path + ": " + shown(f)));
    }
  }

  private void refused(Operation operation, String what, String address) {
    var body = operation.body();
    sent(operation, what, address)
        .refused(
            body.isMissingNode()
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(bodies.allowed(body).toString()));
  }

  private Sent sent(Operation operation, String what, String address) {
    return new Sent(operation, what, address);
  }

  /// One request: refused as a problem in the language that is asked for, and as declared.
  final class Sent {
    private final Operation operation;
    private final String what;
    private final String address;
    private final Map<String, String> headers = new HashMap<>();

    Sent(Operation operation, String what, String address) {
      this.operation = operation;
      this.what = what;
      this.address = address;
      var upload = operation.json().at("/requestBody/content").has("application/octet-stream");
      headers.put("Content-Type", upload ? "application/octet-stream" : "application/json");
      headers.put("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString());
      headers.put("If-Match", STALE);
      if (random.nextBoolean()) {
        headers.put("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5");
      }
    }

    Sent with(String name, String value) {
      headers.put(name, value);
      return this;
    }

    Sent without(String name) {
      headers.remove(name);
      return this;
    }

    HttpResponse<String> refused(int... statuses) {
      return refused(BodyPublishers.noBody(), statuses);
    }

    HttpResponse<String> refused(JsonNode body, int... statuses) {
      return refused(
          body.isMissingNode() || operation.body().isMissingNode()
              ? BodyPublishers.noBody()
              : BodyPublishers.ofString(body.toString()),
          statuses);
    }

    /// @param statuses any of these; any refusal where there are none
    HttpResponse<String> refused(BodyPublisher body, int... statuses) {
      var answer = send(body);
      var status = answer.statusCode();
      if (status < OK || status == 412 && !among(status, statuses)) {
        fault("taken, though forbidden: " + status + " " + answer.body());
      } else if (statuses.length > 0 && !among(status, statuses) && status < 500) {
        // an address that this test could not make from what is there
        if (status != 404 || isKnown(operation)) {
          fault("refused by " + status + ": " + answer.body());
        }
      }
      return answer;
    }

    void answered() {
      send(BodyPublishers.noBody());
    }

    HttpResponse<String> send(BodyPublisher body) {
      var request = door.request("/api/" + document.service() + address);
      headers.forEach(request::setHeader);
      requests++;
      var answer = door.send(request.method(operation.method(), body));
      var language = headers.getOrDefault("Accept-Language", "en");
      if (language.equals("en") || language.startsWith("zh-CN")) {
        DoorAnswers.faults(operation, answer, language.equals("en")).forEach(this::fault);
      } else if (answer.statusCode() >= 500) {
        fault("a fault of the platform: " + answer.statusCode());
      }
      return answer;
    }

    private void fault(String why) {
      faults.add(this + ": " + shown(why));
    }

    @Override
    public String toString() {
      return operation + " with " + what + " (" + shown(address) + ")";
    }
  }

  private static boolean among(int status, int... statuses) {
    for (var one : statuses) {
      if (one == status) {
        return true;
      }
    }
    return false;
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }

  private String first(Operation operation) {
    return filled(operation.path());
  }

  private boolean isKnown(Operation operation) {
    return !addressesOf(operation).isEmpty();
  }

  /// With codes of what is there; one that nothing has where nothing is there.
  private String filled(String path) {
    var all = filled(path, 1);
    return all.isEmpty()
        ? path.replace("{conference}", conference)
            .replace("{row}", "1")
            .replace("{version}", "1")
            .replaceAll("\\{[^}]+}", UUID.randomUUID().toString())
        : all.getFirst();
  }

  private List<String> addressesOf(Operation operation) {
    return filled(operation.path(), 3);
  }

  private List<String> filled(String path, int most) {
    var at = path.indexOf('{');
    if (at < 0) {
      return List.of(path);
    }
    var name = path.substring(at + 1, path.indexOf('}'));
    if (name.equals("conference")) {
      return filled(path.replace("{conference}", conference), most);
    }
    List<String> all = new ArrayList<>();
    for (var code : codes(path.substring(0, at - 1), name)) {
      if (all.size() < most) {
        all.addAll(filled(path.replace("{" + name + "}", code), most - all.size()));
      }
    }
    return all;
  }

  /// What the list at this address names.
  private List<String> codes(String list, String name) {
    return known.computeIfAbsent(
        list,
        _ -> {
          var answer = door.send(door.request("/api/" + document.service() + list).GET());
          if (answer.statusCode() != 200) {
            return List.of();
          }
          var json = JSON.readTree(answer.body());
          List<String> all = new ArrayList<>();
          for (var one : json.isArray() ? json : json.path("items")) {
            NAMES.stream()
                .filter(n -> one.path(name).isMissingNode())
                .filter(one::has)
                .findFirst()
                .or(() -> java.util.Optional.of(name).filter(one::has))
                .ifPresent(n -> all.add(Api.encode(one.path(n).asString())));
          }
          java.util.Collections.shuffle(all, random);
          return List.copyOf(all);
        });
  }

  /// Another body under a key that was answered is a conflict: at a conference of no consequence.
  void replays(String scratch) {
    for (var operation : document.operations()) {
      if (!operation.requiresHeader("Idempotency-Key") || operation.body().isMissingNode()) {
        continue;
      }
      var address = operation.path().replace("{conference}", scratch);
      if (address.contains("{")) {
        continue;
      }
      var key = UUID.randomUUID().toString();
      var sent = new Sent(operation, "the same key", address).with("Idempotency-Key", key);
      var body = bodies.allowed(operation.body());
      var first = sent.send(BodyPublishers.ofString(body.toString()));
      if (first.statusCode() >= OK) {
        continue;
      }
      var again = sent.send(BodyPublishers.ofString(body.toString()));
      if (again.statusCode() != first.statusCode() || !again.body().equals(first.body())) {
        faults.add(sent + ": a replay is answered otherwise: " + shown(again.body()));
      }
      var other = sent.send(BodyPublishers.ofString(bodies.allowed(operation.body()).toString()));
      if (other.statusCode() != 409
          || !JSON.readTree(other.body())
              .path("code")
              .asString("")
              .equals("idempotency-key-reused")) {
        faults.add(sent + " and another body: " + other.statusCode() + " " + shown(other.body()));
      }
    }
  }
}
