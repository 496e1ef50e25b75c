package org.huiwu.platform.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huiwu.platform.door.web.CallersLanguage;
import org.huiwu.platform.door.web.StrictJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/// The one place where failures become RFC 9457 problems: what, where and what to do, in the
/// language that the caller asked for (Accept-Language; Chinese when it says nothing).
@RestControllerAdvice
public class Problems extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);
  private static final String RETRY_AFTER_SECONDS = "2";
  private static final String TYPE = "urn:huiwu:problem:";

  private final MessageSource messages;

  Problems(MessageSource messages) {
    this.messages = messages;
  }

  @ExceptionHandler
  ResponseEntity<Object> on(ProblemException e, WebRequest request) {
    var problem = problem(e.status(), e.code(), plain(e.arguments()), request);
    if (e instanceof ProblemException.VersionStale stale) {
      problem.setProperty("current", stale.current());
    }
    return answer(problem);
  }

  /// What is in the address or in a parameter cannot be anything here, e.g. a NUL.
  @ExceptionHandler
  ResponseEntity<Object> on(RequestRejectedException e, WebRequest request) {
    log.debug("rejected: {}", path(request), e);
    return answer(problem(HttpStatus.BAD_REQUEST, "address-malformed", new Object[0], request));
  }

  /// The database is not there for the moment: it starts, has no room, or gives its place to
  /// another. Whether a command was saved is not known; its Idempotency-Key says so.
  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    CannotCreateTransactionException.class
  })
  ResponseEntity<Object> withoutDatabase(Exception e, WebRequest request) {
    log.warn("without its database: {}", path(request), e);
    var problem =
        problem(HttpStatus.SERVICE_UNAVAILABLE, "database-unavailable", new Object[0], request);
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  /// Also what fails later because the connection has gone: the commit, the rollback, the next
  /// statement.
  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<Object> perhapsWithoutDatabase(Exception e, WebRequest request) {
    return LostDatabase.isCauseOf(e) ? withoutDatabase(e, request) : on(e, request);
  }

  @ExceptionHandler
  ResponseEntity<Object> on(Exception e, WebRequest request) {
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
        e.getBindingResult().getAllErrors().stream()
            .map(error -> invalid(fieldOf(error), error, request))
            .toList());
    return answer(problem);
  }

  /// Elements of an array body and constrained parameters: `index` is the element's, from 0.
  @Override
  protected ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var problem = problem(HttpStatus.BAD_REQUEST, "invalid-body", new Object[0], request);
    problem.setProperty(
        "errors",
        e.getParameterValidationResults().stream()
            .flatMap(result -> invalid(result, request).stream())
            .toList());
    return answer(problem);
  }

  private List<Map<String, Object>> invalid(ParameterValidationResult result, WebRequest request) {
    var index = result.getContainerIndex();
    var element = index == null ? "" : "[" + index + "]";
    return result.getResolvableErrors().stream()
        .map(error -> {
          var field = error instanceof ObjectError o ? fieldOf(o) : parameter(result);
          var where = element + (element.isEmpty() || field.isEmpty() ? field : "." + field);
          Map<String, Object> said = new LinkedHashMap<>(invalid(where, error, request));
          if (index != null) {
            said.put("index", index);
          }
          return said;
        })
        .toList();
  }

  private Map<String, Object> invalid(
      String field, MessageSourceResolvable error, WebRequest request) {
    return Map.of("field", field, "message", messages.getMessage(error, locale(request)));
  }

  private static String fieldOf(ObjectError error) {
    return error instanceof FieldError f ? f.getField() : "";
  }

  private static String parameter(ParameterValidationResult result) {
    var name = result.getMethodParameter().getParameterName();
    return result.getContainerIndex() != null || name == null ? "" : name;
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var where = e.getCause() instanceof JacksonException j ? StrictJson.where(j) : "";
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
    var argument =
        switch (e) {
          case MethodArgumentTypeMismatchException m -> m.getName();
          case MissingServletRequestParameterException m -> m.getParameterName();
          case HttpRequestMethodNotSupportedException m -> m.getMethod();
          case HttpMediaTypeNotSupportedException m ->
              m.getContentType() == null ? "-" : m.getContentType().toString();
          default -> "";
        };
    var problem = problem(known, "http-" + known.value(), new Object[] {argument}, request);
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  /// What was refused before it came to a controller.
  ResponseEntity<Object> of(HttpStatus status, String path, WebRequest request) {
    var problem = problem(status, "http-" + status.value(), new Object[] {path}, request);
    instance(path).ifPresent(problem::setInstance);
    return answer(problem);
  }

  /// What the web server itself refused.
  public ProblemDetail of(HttpStatus status, HttpServletRequest request) {
    var code =
        switch (status) {
          case NOT_FOUND, METHOD_NOT_ALLOWED, SERVICE_UNAVAILABLE -> "http-" + status.value();
          case INTERNAL_SERVER_ERROR -> "internal";
          default -> "request-malformed";
        };
    return problem(
        status, code, new Object[] {request.getMethod()}, new ServletWebRequest(request));
  }

  /// Version 1000, not 1,000: what is quoted must be what is sent.
  private static Object[] plain(List<Object> arguments) {
    return arguments.stream().map(a -> a instanceof Number n ? n.toString() : a).toArray();
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
    instance(path(request)).ifPresent(problem::setInstance);
    problem.setProperty("code", code);
    return problem;
  }

  /// What was asked for may be no address at all.
  private static Optional<URI> instance(String path) {
    try {
      return Optional.of(new URI(path));
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private String words(String key, Object[] arguments, String fallback, WebRequest request) {
    var found = messages.getMessage(key, arguments, fallback, locale(request));
    return found == null ? fallback : found;
  }

  private Locale locale(WebRequest request) {
    return request instanceof ServletWebRequest servlet
        ? CallersLanguage.of(servlet.getRequest())
        : Locale.CHINESE;
  }

  private static String path(WebRequest request) {
    return request instanceof ServletWebRequest servlet
        ? Objects.toString(servlet.getRequest().getRequestURI(), "")
        : "";
  }
}
