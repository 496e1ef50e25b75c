package org.huiwu.platform.web.command;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.Optional;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;

/// A [CommandRequest] in the OpenAPI description: the headers that it is read from, as they are
/// held to; an [Answered] as what it is of, with the headers that come with it.
@Configuration(proxyBeanMethods = false)
public class CommandDocumentation {
  private static final String ENTITY_TAG = "^(W/)?\"?\\d{1,18}\"?$";

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(CommandRequest.class);
  }

  @Bean
  OperationCustomizer commandHeaders(@Value("${huiwu.preview.commands:true}") boolean previews) {
    return (operation, method) ->
        request(method).map(p -> withHeaders(operation, method, p, previews)).orElse(operation);
  }

  /// The parameter by which a handler method is a command.
  public static Optional<MethodParameter> request(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .filter(p -> p.getParameterType().equals(CommandRequest.class))
        .findFirst();
  }

  private static Operation withHeaders(
      Operation operation, HandlerMethod method, MethodParameter request, boolean previews) {
    var keyed = request.hasParameterAnnotation(Keyed.class);
    var versioned = request.hasParameterAnnotation(Versioned.class);
    operation
        .addParametersItem(
            header(
                "Huiwu-Role", false, "The role in which to act, where the account holds several."))
        .addParametersItem(
            header(
                CommandRequests.REASON,
                false,
                "Why; percent-encoded UTF-8, of at most %d characters."
                    .formatted(CommandRequests.LONGEST_REASON)))
        .addParametersItem(key(keyed));
    if (previews && PreviewsOfCommands.isOfTheDesk(method)) {
      operation.addParametersItem(preview());
    }
    if (versioned) {
      operation.addParametersItem(version());
    }
    operation
        .getResponses()
        .forEach((status, answer) -> {
          if (status.startsWith("2")) {
            withHeaders(answer, versioned);
          }
        });
    return operation;
  }

  private static HeaderParameter key(boolean required) {
    var key =
        header(
            CommandRequests.KEY, required, "The same key is answered the same and has one effect.");
    key.getSchema().maxLength(CommandRequests.LONGEST_KEY);
    return key;
  }

  private static HeaderParameter preview() {
    var preview =
        header(
            PreviewsOfCommands.HEADER,
            false,
            """
            true: nothing is done; 200 with what the command would touch: `manifests` (version, header, lines, lineCount, \
            recipients, due, late), `exceptions`, `underWay`, and in `answer` what the command would have answered. \
            Refused as the command itself; 503 when a service cannot say.\
            """);
    var flag = new Schema<Object>();
    flag.addType("boolean");
    preview.setSchema(flag);
    return preview;
  }

  private static HeaderParameter version() {
    var version = header(HttpHeaders.IF_MATCH, true, "The ETag that was read.");
    version.getSchema().pattern(ENTITY_TAG);
    return version;
  }

  private static void withHeaders(ApiResponse answer, boolean versioned) {
    answer.addHeaderObject(
        ChangeDesk.CHANGE_HEADER,
        new Header()
            .description("The change to wait for; absent when nothing changed.")
            .schema(text().format("uuid")));
    if (versioned) {
      answer.addHeaderObject(
          HttpHeaders.ETAG, new Header().description("The new version.").schema(text()));
    }
  }

  private static HeaderParameter header(String name, boolean required, String description) {
    var parameter = new HeaderParameter();
    parameter.name(name).required(required).description(description).schema(text());
    return parameter;
  }

  private static Schema<?> text() {
    var text = new Schema<Object>();
    text.addType("string");
    return text;
  }
}
