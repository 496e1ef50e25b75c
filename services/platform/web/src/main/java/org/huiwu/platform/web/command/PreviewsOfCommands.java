package org.huiwu.platform.web.command;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.huiwu.platform.web.access.Acting;
import org.huiwu.platform.web.problem.ProblemException.Malformed;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Only a command of the [ChangeDesk], which answers [Answered], can be previewed. Anything else
/// that would do something is refused: who asked for a preview does not want it done. A preview is
/// no row of the audit trail; being turned away at the door is.
///
/// A service may refuse it for all of its commands (`huiwu.preview.commands`): one whose commands
/// change no manifest, and tell people something at once, would answer that nothing comes of them.
final class PreviewsOfCommands implements HandlerInterceptor {
  static final String HEADER = "Huiwu-Preview";
  private static final Set<String> READING =
      Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());

  private final boolean commands;

  /// @param commands whether this service's commands can be previewed
  PreviewsOfCommands(boolean commands) {
    this.commands = commands;
  }

  static boolean isAsked(HttpServletRequest request) {
    return switch (request.getHeader(HEADER)) {
      case null -> false;
      case "true" -> true;
      case "false" -> false;
      default -> throw new Malformed("header-malformed", HEADER);
    };
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (READING.contains(request.getMethod()) || !isAsked(request)) {
      return true;
    }
    Acting.audited();
    if (commands && handler instanceof HandlerMethod method && isOfTheDesk(method)) {
      return true;
    }
    throw new Malformed("preview-impossible");
  }

  static boolean isOfTheDesk(HandlerMethod method) {
    return method.getReturnType().getParameterType().equals(Answered.class)
        && CommandDocumentation.request(method).isPresent();
  }
}
