package org.huiwu.drills;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.huiwu.drills.openapi.ApiDocument;
import org.huiwu.drills.openapi.ApiDocument.Operation;
import tools.jackson.databind.JsonNode;

/// Requests to one service that are to be refused, and what was wrong with the answers.
final class DoorKnocks {
  private static final String STALE = "\"987654\"";
  private static final int OK = 300;
  private static final int SHOWN = 300;

  private final ApiDocument document;
  private final Door door;
  private final DoorAddresses addresses;
  private final Random random;
  private final List<String> faults = new ArrayList<>();
  private int requests;

  DoorKnocks(ApiDocument document, Door door, DoorAddresses addresses, Random random) {
    this.document = document;
    this.door = door;
    this.addresses = addresses;
    this.random = random;
  }

  List<String> faults() {
    return faults;
  }

  int requests() {
    return requests;
  }

  void fault(String what) {
    faults.add(what);
  }

  Knock at(Operation operation, String what, String address) {
    return new Knock(operation, what, address);
  }

  /// A method that the document does not have at this path.
  void undeclared(String method, String path) {
    var request =
        door.request(document.address(addresses.filled(path)))
            .method(
                method,
                method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
            .setHeader("Content-Type", "application/json");
    requests++;
    var answer = door.send(request);
    var said = new ArrayList<>(DoorAnswers.refusal(answer, true));
    if (answer.statusCode() != 405) {
      said.add("not 405: " + answer.statusCode() + " " + answer.body());
    }
    var allowed = Set.of(answer.headers().firstValue("Allow").orElse("").split(", ?"));
    if (!allowed.containsAll(document.declaredMethods(path)) || allowed.contains(method)) {
      said.add("allows " + allowed);
    }
    said.forEach(f -> faults.add(method + " " + document.address(path) + ": " + shown(f)));
  }

  /// One request: refused as a problem in the language that is asked for, and as declared.
  final class Knock {
    private final Operation operation;
    private final String what;
    private final String address;
    private final Map<String, String> headers = new HashMap<>();

    Knock(Operation operation, String what, String address) {
      this.operation = operation;
      this.what = what;
      this.address = address;
      headers.put(
          "Content-Type", operation.uploads() ? "application/octet-stream" : "application/json");
      headers.put("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString());
      headers.put("If-Match", STALE);
      if (random.nextBoolean()) {
        headers.put("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5");
      }
    }

    Knock with(String name, String value) {
      headers.put(name, value);
      return this;
    }

    Knock without(String name) {
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
        if (status != 404 || addresses.isKnown(operation)) {
          fault("refused by " + status + ": " + answer.body());
        }
      }
      return answer;
    }

    HttpResponse<String> send(BodyPublisher body) {
      var request = door.request(document.address(address));
      headers.forEach(request::setHeader);
      requests++;
      var answer = door.send(request.method(operation.method(), body));
      // the door's own browser asks for English; whatever else is neither that nor Chinese
      var english = headers.getOrDefault("Accept-Language", "en").equals("en");
      DoorAnswers.faults(operation, answer, english).forEach(this::fault);
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

  static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
