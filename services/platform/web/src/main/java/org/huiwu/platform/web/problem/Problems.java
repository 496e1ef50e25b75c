package org.huiwu.platform.web.problem;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;

/// The one place where failures become RFC 9457 problems: what, where and what to do, in the
/// language that the caller asked for (Accept-Language; Chinese when it says nothing).
@RestControllerAdvice
public class Problems extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);
  private static final String TYPE = "urn:huiwu:problem:";

  private final MessageSource messages;

  Problems(MessageSource messages) {
    this.messages = messages;
  }

  @ExceptionHandler
  ResponseEntity<Object> on(ProblemException e, WebRequest request) {
    var problem = problem(e.status(), e.code(), e.arguments().toArray(), request);
    if (e instanceof ProblemException.VersionStale stale) {
      problem.setProperty("current", stale.current());
    }
    return answer(problem);
  }

  @ExceptionHandler
  ResponseEntity<Object> on(RuntimeException e, WebRequest request) {
    log.error("failed: {}", path(request), e);
    return answer(problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal", new Object[0], request));
  }

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var problem = problem(HttpStatus.BAD_REQUEST, "invalid-body", new Object[0], request);
    problem.setProperty(
        "errors",
        e.getBindingResult().getFieldErrors().stream()
            .map(f ->
                Map.of("field", f.getField(), "message", messages.getMessage(f, locale(request))))
            .toList());
    return answer(problem);
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var where =
        e.getCause() instanceof DatabindException d
            ? String.join(
                ".",
                d.getPath().stream()
                    .map(p ->
                        p.getPropertyName() == null
                            ? "[" + p.getIndex() + "]"
                            : p.getPropertyName())
                    .toList())
            : "";
    var problem = problem(HttpStatus.BAD_REQUEST, "unreadable-body", new Object[] {where}, request);
    problem.setProperty("errors", where.isEmpty() ? List.of() : List.of(Map.of("field", where)));
    return answer(problem);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var known = HttpStatus.valueOf(status.value());
    var argument = e instanceof MethodArgumentTypeMismatchException m ? m.getName() : "";
    var problem = problem(known, "http-" + known.value(), new Object[] {argument}, request);
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static ResponseEntity<Object> answer(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private ProblemDetail problem(
      HttpStatus status, String code, Object[] arguments, WebRequest request) {
    var problem = ProblemDetail.forStatus(status);
    problem.setType(URI.create(TYPE + code));
    problem.setTitle(words("problem." + code + ".title", arguments, code, request));
    problem.setDetail(words("problem." + code + ".detail", arguments, code, request));
    problem.setInstance(URI.create(path(request)));
    problem.setProperty("code", code);
    return problem;
  }

  private String words(String key, Object[] arguments, String fallback, WebRequest request) {
    var found = messages.getMessage(key, arguments, fallback, locale(request));
    return found == null ? fallback : found;
  }

  private static Locale locale(WebRequest request) {
    var asked = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    return asked != null && asked.toLowerCase(Locale.ROOT).startsWith("en")
        ? Locale.ENGLISH
        : Locale.CHINESE;
  }

  private static String path(WebRequest request) {
    return request instanceof ServletWebRequest servlet ? servlet.getRequest().getRequestURI() : "";
  }
}
