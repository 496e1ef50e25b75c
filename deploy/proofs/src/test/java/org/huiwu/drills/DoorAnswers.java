package org.huiwu.drills;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.huiwu.drills.openapi.ApiDocument.Operation;
import org.huiwu.drills.openapi.Conformity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What holds of every answer at every door, whatever was sent.
final class DoorAnswers {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  private static final int REFUSED = 400;
  private static final int FAULT = 500;
  private static final String PROBLEM = "application/problem+json";

  private DoorAnswers() {}

  /// @param english whether that was asked for
  /// @return what is wrong with the answer
  static List<String> faults(Operation operation, HttpResponse<String> answer, boolean english) {
    var status = answer.statusCode();
    if (status >= FAULT) {
      return List.of("a fault of the platform: " + status + " " + answer.body());
    }
    if (!operation.declares(status)) {
      return List.of("the status " + status + " is not declared: " + answer.body());
    }
    return status >= REFUSED ? refusal(operation, answer, english) : accepted(operation, answer);
  }

  private static List<String> accepted(Operation operation, HttpResponse<String> answer) {
    var schema = operation.answer(answer.statusCode(), "application/json");
    var type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
    if (!operation.answer(answer.statusCode(), type).isMissingNode() && schema.isMissingNode()) {
      return List.of();
    }
    if (answer.body().isBlank()) {
      return schema.isMissingNode() ? List.of() : List.of("no body, though one is declared");
    }
    if (schema.isMissingNode()) {
      return List.of("a body, though none is declared: " + answer.body());
    }
    return Conformity.faults(operation.document(), schema, JSON.readTree(answer.body()));
  }

  /// A refusal of an address or method that no operation declares, too.
  static List<String> refusal(HttpResponse<String> answer, boolean english) {
    var status = answer.statusCode();
    if (status < REFUSED || status >= FAULT) {
      return List.of("not refused: " + status + " " + answer.body());
    }
    var type = answer.headers().firstValue("Content-Type").orElse("");
    if (!type.startsWith(PROBLEM)) {
      return List.of("refused by " + status + " as " + type + ": " + answer.body());
    }
    List<String> faults = new ArrayList<>();
    JsonNode problem;
    try {
      problem = JSON.readTree(answer.body());
    } catch (JacksonException e) {
      return List.of("refused by " + status + " in no JSON: " + e.getMessage());
    }
    if (problem.path("status").asInt() != status) {
      faults.add("the problem's status is not " + status + ": " + problem);
    }
    for (var said : List.of("type", "title", "detail", "code")) {
      if (problem.path(said).asString("").isBlank()) {
        faults.add("the problem has no " + said + ": " + problem);
      }
    }
    if (CHINESE.matcher(problem.path("title").asString("")).find() == english) {
      faults.add("the title is in the wrong language: " + problem);
    }
    if (problem.path("detail").asString("").equals(problem.path("code").asString(""))) {
      faults.add("nobody has written what " + problem.path("code") + " means");
    }
    return faults;
  }

  private static List<String> refusal(
      Operation operation, HttpResponse<String> answer, boolean english) {
    var faults = new ArrayList<>(refusal(answer, english));
    if (faults.isEmpty()) {
      var schema = operation.answer(answer.statusCode(), PROBLEM);
      faults.addAll(Conformity.faults(operation.document(), schema, JSON.readTree(answer.body())));
    }
    return faults;
  }
}
