package org.huiwu.platform.web.documentation;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huiwu.platform.web.command.CommandDocumentation;
import org.huiwu.platform.web.command.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/// The refusals of each operation, as RFC 9457 problems with their fields; the gateway's own (401,
/// 403, 429, 503) too, as everybody comes through it.
final class ProblemDocumentation {
  private static final String PROBLEM = "Problem";
  private static final String INVALID = "InvalidProblem";
  private static final String UNAVAILABLE = "UnavailableProblem";
  private static final String REF = "#/components/schemas/";

  private ProblemDocumentation() {}

  static Operation withRefusals(Operation operation, HandlerMethod method) {
    var refusals = new TreeMap<String, ApiResponse>();
    refusals.put("400", refusal("Malformed: which header, parameter or field is told.", INVALID));
    refusals.put("401", refusal("Not signed in.", PROBLEM));
    refusals.put("403", refusal("No role that is held allows it here.", PROBLEM));
    refusals.put("404", refusal("What the address names is not there.", PROBLEM));
    refusals.put("406", refusal("No answer in the format that is asked for.", PROBLEM));
    refusals.put("429", later(refusal("Too many requests.", PROBLEM)));
    refusals.put("500", refusal("A fault of the platform: nothing was saved.", PROBLEM));
    refusals.put("503", later(refusal("Does not answer now.", UNAVAILABLE)));
    var request = CommandDocumentation.request(method);
    if (request.isPresent()) {
      refusals.put("409", refusal("It contradicts what is there.", PROBLEM));
      refusals.put("413", refusal("The body is larger than this door takes.", PROBLEM));
      refusals.put("422", refusal("Understood, and refused by a rule.", PROBLEM));
    }
    if (operation.getRequestBody() != null) {
      refusals.put("415", refusal("Not a content type that is read here.", PROBLEM));
    }
    request
        .map(r -> r.getParameterAnnotation(Versioned.class))
        .ifPresent(versioned -> {
          refusals.put("412", stale(current(operation, versioned)));
          refusals.put("428", refusal("If-Match is missing.", PROBLEM));
        });
    refusals.forEach(operation.getResponses()::addApiResponse);
    return operation;
  }

  private static Schema<?> current(Operation operation, Versioned versioned) {
    return versioned.current() == Void.class ? answer(operation) : Schemas.of(versioned.current());
  }

  /// What the command answers when it is done.
  private static Schema<?> answer(Operation operation) {
    return operation.getResponses().entrySet().stream()
        .filter(e -> e.getKey().startsWith("2") && e.getValue().getContent() != null)
        .flatMap(e -> e.getValue().getContent().values().stream())
        .<@Nullable Schema<?>>map(MediaType::getSchema)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElseGet(Schema::new);
  }

  private static ApiResponse stale(Schema<?> current) {
    var extended = Schemas.object().addProperty("current", current).addRequiredItem("current");
    return answer(
        "Somebody else was first; the current copy is in `current`.",
        new Schema<Object>().allOf(List.of(ref(PROBLEM), extended)));
  }

  private static ApiResponse refusal(String description, String schema) {
    return answer(description, ref(schema));
  }

  private static ApiResponse answer(String description, Schema<?> schema) {
    return new ApiResponse()
        .description(description)
        .content(
            new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
  }

  private static ApiResponse later(ApiResponse answer) {
    return answer.addHeaderObject(
        "Retry-After", new Header().description("Seconds.").schema(Schemas.typed("integer")));
  }

  private static Schema<?> ref(String name) {
    return new Schema<Object>().$ref(REF + name);
  }

  static Map<String, Schema<?>> schemas() {
    var problem =
        Schemas.object()
            .description("RFC 9457; words in Chinese or English by Accept-Language.")
            .addProperty("type", Schemas.text().format("uri"))
            .addProperty("title", Schemas.text().description("What."))
            .addProperty("status", Schemas.typed("integer"))
            .addProperty("detail", Schemas.text().description("What and where, and what to do."))
            .addProperty("instance", Schemas.text().format("uri-reference"))
            .addProperty("code", Schemas.text().description("For programs; `type` ends with it."));
    List.of("type", "title", "status", "detail", "code").forEach(problem::addRequiredItem);
    var field =
        Schemas.object()
            .addProperty(
                "field",
                Schemas.text().description("Its path in the body, or line and column of no JSON."))
            .addProperty("message", Schemas.text())
            .addProperty(
                "index", Schemas.typed("integer").description("In a list: the element's, from 0."));
    field.addRequiredItem("field");
    var errors = Schemas.typed("array").items(ref("FieldProblem"));
    return Map.of(
        PROBLEM,
        problem,
        "FieldProblem",
        field,
        INVALID,
        new Schema<Object>()
            .allOf(List.of(ref(PROBLEM), Schemas.object().addProperty("errors", errors))),
        UNAVAILABLE,
        new Schema<Object>()
            .allOf(
                List.of(
                    ref(PROBLEM),
                    Schemas.object()
                        .addProperty(
                            "service", Schemas.text().description("Which one does not answer.")))));
  }
}
