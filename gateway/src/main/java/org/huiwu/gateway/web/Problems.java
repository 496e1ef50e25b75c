package org.huiwu.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.huiwu.platform.door.web.CallersLanguage;
import org.huiwu.platform.door.web.StrictJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What the door says when it says no, in the caller's language (Chinese when it says nothing).
@RestControllerAdvice
public class Problems extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  private final MessageSource messages;
  private final JsonMapper json;

  Problems(MessageSource messages, JsonMapper json) {
    this.messages = messages;
    this.json = json;
  }

  @ExceptionHandler
  ResponseEntity<Object> on(Problem problem, HttpServletRequest request) {
    return answer(problem, request);
  }

  @ExceptionHandler
  ResponseEntity<Object> on(Exception e, HttpServletRequest request) {
    if (!hasReadableType(request)) {
      return answer(Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "media-type"), request);
    }
    log.error("failed: {}", request.getRequestURI(), e);
    return answer(Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal"), request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var servlet = ((ServletWebRequest) request).getRequest();
    var said = answer(of(HttpStatus.valueOf(status.value())), servlet);
    return ResponseEntity.status(said.getStatusCode())
        .headers(headers)
        .headers(said.getHeaders())
        .body(said.getBody());
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var where = e.getCause() instanceof JacksonException j ? StrictJson.where(j) : "";
    return answer(invalid(where), ((ServletWebRequest) request).getRequest());
  }

  /// @param field where in the body
  public static Problem invalid(String field) {
    return Problem.of(HttpStatus.BAD_REQUEST, "invalid-body", field)
        .with("errors", List.of(Map.of("field", field)));
  }

  /// In general words.
  static Problem of(HttpStatus status) {
    var code =
        switch (status) {
          case NOT_FOUND -> "not-found";
          case METHOD_NOT_ALLOWED -> "method";
          case NOT_ACCEPTABLE -> "format";
          case UNSUPPORTED_MEDIA_TYPE -> "media-type";
          default -> status.is5xxServerError() ? "internal" : "malformed";
        };
    return Problem.of(status, code);
  }

  /// A content type that is a pattern of some is none.
  private static boolean hasReadableType(HttpServletRequest request) {
    var type = request.getContentType();
    try {
      return type == null || MediaType.parseMediaType(type).isConcrete();
    } catch (InvalidMediaTypeException _) {
      return false;
    }
  }

  String text(Problem problem, HttpServletRequest request) {
    return json.writeValueAsString(detail(problem, request));
  }

  ResponseEntity<Object> answer(Problem problem, HttpServletRequest request) {
    var answer =
        ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (!problem.retryAfter().isZero()) {
      answer.header(HttpHeaders.RETRY_AFTER, seconds(problem));
    }
    return answer.body(detail(problem, request));
  }

  /// For routes, which no advice looks after.
  ServerResponse response(Problem problem, HttpServletRequest request) {
    var answer =
        ServerResponse.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (!problem.retryAfter().isZero()) {
      answer.header(HttpHeaders.RETRY_AFTER, seconds(problem));
    }
    return answer.body(detail(problem, request));
  }

  /// For filters, which come before any controller.
  public void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(problem.status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    if (!problem.retryAfter().isZero()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, seconds(problem));
    }
    response.getWriter().write(json.writeValueAsString(detail(problem, request)));
  }

  private static String seconds(Problem problem) {
    return Long.toString(Math.max(1, problem.retryAfter().plusMillis(999).toSeconds()));
  }

  private ProblemDetail detail(Problem problem, HttpServletRequest request) {
    var locale = CallersLanguage.of(request);
    var arguments = problem.arguments().toArray();
    var detail = ProblemDetail.forStatus(problem.status());
    var key = "problem." + problem.code();
    detail.setType(URI.create("urn:huiwu:problem:" + problem.code()));
    detail.setTitle(messages.getMessage(key + ".title", arguments, locale));
    detail.setDetail(messages.getMessage(key + ".detail", arguments, locale));
    detail.setProperty("code", problem.code());
    problem.properties().forEach(detail::setProperty);
    return detail;
  }
}
