package org.huiwu.drills;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.huiwu.drills.openapi.ApiDocument;
import org.huiwu.drills.openapi.ApiDocument.Operation;
import org.huiwu.drills.openapi.BrokenBodies;
import org.huiwu.drills.openapi.BrokenBodies.Broken;
import tools.jackson.databind.json.JsonMapper;

/// Walks every route of one service's document with input that the document forbids. Nothing of it
/// may be taken; what could be taken by mistake is sent with a version that nothing has.
final class DoorWalk {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int OVER_LIMIT = 10 * 1024 * 1024;
  private static final int OK = 300;

  /// What they answer says what time it is.
  private static final Set<String> CLOCKS =
      Set.of("/conferences/{conference}/phase", "/conferences/{conference}/duty/open");

  private final ApiDocument document;
  private final Random random;
  private final int oneOf;
  private final BrokenBodies bodies;
  private final DoorAddresses addresses;
  private final DoorKnocks knocks;
  private final DoorHeaders headers;

  /// @param oneOf how many forbidden values of a field there are to one that is sent
  DoorWalk(ApiDocument document, Door door, String conference, long seed, int oneOf) {
    this.document = document;
    this.random = new Random(seed + document.service().hashCode());
    this.oneOf = oneOf;
    this.bodies = new BrokenBodies(document, random);
    this.addresses = new DoorAddresses(document, door, conference, random);
    this.knocks = new DoorKnocks(document, door, addresses, random);
    this.headers = new DoorHeaders(bodies, addresses, knocks);
  }

  List<String> faults() {
    return knocks.faults();
  }

  int requests() {
    return knocks.requests();
  }

  void walk() {
    var paths = new TreeSet<String>();
    for (var operation : document.operations()) {
      paths.add(operation.path());
      bodies
          .unbounded(operation.body())
          .forEach(f -> knocks.fault(operation + " takes a text of any length: " + f));
      addresses(operation);
      queries(operation);
      headers.walk(operation);
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
      if (operation.reads() && !operation.streams() && !CLOCKS.contains(operation.path())) {
        for (var address : addresses.of(operation)) {
          var asked = address + required(operation);
          var answer =
              knocks
                  .at(operation, "question", asked)
                  .with("Accept-Language", "en")
                  .send(BodyPublishers.noBody());
          // a file says when it was made
          if (!operation.answer(answer.statusCode(), "application/json").isMissingNode()
              || answer.statusCode() >= OK) {
            answers.put(document.service() + asked, answer.body());
          }
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
      notThere(operation, addresses.filled(elsewhere));
      var none = operation.path().replace("{conference}", "none");
      refused(operation, "a conference that cannot be", addresses.filled(none));
    }
    if (operation.streams()) {
      return;
    }
    for (var parameter : operation.parameters("path")) {
      var name = "{" + parameter.path("name").asString() + "}";
      if (!name.equals("{conference}")) {
        for (var wrong : WrongInput.codes(random)) {
          refused(
              operation,
              "the code " + DoorKnocks.shown(wrong),
              addresses.filled(operation.path().replace(name, wrong)));
        }
      }
    }
  }

  private void queries(Operation operation) {
    for (var parameter : operation.parameters("query")) {
      var name = parameter.path("name").asString();
      var schema = document.resolved(parameter.path("schema"));
      for (var wrong : WrongInput.parameters(schema)) {
        refused(
            operation,
            "the parameter " + name,
            addresses.first(operation) + "?" + name + "=" + wrong);
      }
      if (parameter.path("required").asBoolean(false)) {
        refused(operation, "without the parameter " + name, addresses.first(operation));
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
    bodies.fields(operation.body()).stream()
        .filter(_ -> random.nextInt(oneOf) == 0)
        .forEach(b -> body(operation, b));
    if (operation.requiresBody()) {
      sent(operation, "no body", addresses.first(operation))
          .refused(BodyPublishers.noBody(), 400, 415);
    }
    for (var type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")) {
      sent(operation, "the content type " + type, addresses.first(operation))
          .with("Content-Type", type)
          .refused(fine, 415);
    }
    for (var type : List.of("nonsense", "application/json; charset=nonsense", "*/*")) {
      sent(operation, "the content type " + type, addresses.first(operation))
          .with("Content-Type", type)
          .refused(fine, 400, 415);
    }
    sent(operation, "no UTF-8", addresses.first(operation))
        .refused(BodyPublishers.ofByteArray(WrongInput.withoutUtf8(fine)), 400);
    if (random.nextInt(8) == 0) {
      sent(operation, "too large a body", addresses.first(operation))
          .refused(BodyPublishers.ofString("[" + " ".repeat(OVER_LIMIT) + "]"), 413);
    }
  }

  private void body(Operation operation, Broken broken) {
    var sent =
        sent(operation, broken.what() + " at '" + broken.where() + "'", addresses.first(operation));
    var answer = sent.refused(BodyPublishers.ofString(broken.json()), 400, 422);
    if (answer.statusCode() == 400 && !answer.body().contains(broken.where())) {
      knocks.fault(sent + ": does not say where: " + DoorKnocks.shown(answer.body()));
    }
  }

  private void methods(String path) {
    document.undeclaredMethods(path).forEach(method -> knocks.undeclared(method, path));
  }

  private void refused(Operation operation, String what, String address) {
    var body = operation.body();
    sent(operation, what, address)
        .refused(
            body.isMissingNode()
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(bodies.allowed(body).toString()));
  }

  /// Who walks is an administrator, and is told.
  private void notThere(Operation operation, String address) {
    var body = operation.body();
    var answer =
        sent(operation, "a conference that is not there", address)
            .refused(
                body.isMissingNode()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(bodies.allowed(body).toString()),
                404);
    if (!answer.body().contains("-unknown\"")) {
      knocks.fault(operation + " of no conference: " + DoorKnocks.shown(answer.body()));
    }
  }

  private DoorKnocks.Knock sent(Operation operation, String what, String address) {
    return knocks.at(operation, what, address);
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
      var sent = knocks.at(operation, "the same key", address).with("Idempotency-Key", key);
      var body = bodies.allowed(operation.body());
      var first = sent.send(BodyPublishers.ofString(body.toString()));
      if (first.statusCode() >= OK) {
        continue;
      }
      var again = sent.send(BodyPublishers.ofString(body.toString()));
      if (again.statusCode() != first.statusCode() || !again.body().equals(first.body())) {
        knocks.fault(sent + ": a replay is answered otherwise: " + DoorKnocks.shown(again.body()));
      }
      var other = sent.send(BodyPublishers.ofString(bodies.allowed(operation.body()).toString()));
      if (other.statusCode() != 409
          || !JSON.readTree(other.body())
              .path("code")
              .asString("")
              .equals("idempotency-key-reused")) {
        knocks.fault(
            sent
                + " and another body: "
                + other.statusCode()
                + " "
                + DoorKnocks.shown(other.body()));
      }
    }
  }
}
