package org.huiwu.platform.web.command;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/// A [CommandRequest] in the OpenAPI description: the headers that it is read from.
@Configuration(proxyBeanMethods = false)
public class CommandDocumentation {
  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(CommandRequest.class);
  }

  @Bean
  OperationCustomizer commandHeaders() {
    return (operation, method) -> isCommand(method) ? withHeaders(operation) : operation;
  }

  private static boolean isCommand(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(p -> p.getParameterType().equals(CommandRequest.class));
  }

  private static Operation withHeaders(Operation operation) {
    return operation
        .addParametersItem(header("Huiwu-Actor", true, "The account that acts."))
        .addParametersItem(header("Huiwu-Role", true, "The role in which it acts."))
        .addParametersItem(header("Huiwu-Reason", false, "Why; percent-encoded UTF-8."))
        .addParametersItem(
            header(
                "Idempotency-Key",
                false,
                "The same key is answered the same and has one effect; required where something is created."))
        .addParametersItem(
            header("If-Match", false, "The ETag that was read; required where a plan is changed."));
  }

  private static HeaderParameter header(String name, boolean required, String description) {
    var parameter = new HeaderParameter();
    parameter.name(name).required(required).description(description).schema(new StringSchema());
    return parameter;
  }
}
