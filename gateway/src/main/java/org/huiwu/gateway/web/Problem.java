package org.huiwu.gateway.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/// Something that the door tells the caller as an RFC 9457 problem; the words come from the message
/// bundle by its code.
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;
  private final transient List<Object> arguments;
  private final transient Map<String, Object> properties;
  private final transient Duration retryAfter;

  private Problem(
      HttpStatus status,
      String code,
      List<Object> arguments,
      Map<String, Object> properties,
      Duration retryAfter) {
    super(code, null, false, false);
    this.status = status;
    this.code = code;
    this.arguments = arguments;
    this.properties = properties;
    this.retryAfter = retryAfter;
  }

  public static Problem of(HttpStatus status, String code, Object... arguments) {
    return new Problem(status, code, List.of(arguments), Map.of(), Duration.ZERO);
  }

  /// With something that a program reads.
  public Problem with(String property, Object value) {
    return new Problem(status, code, arguments, Map.of(property, value), retryAfter);
  }

  public Problem retryAfter(Duration wait) {
    return new Problem(status, code, arguments, properties, wait);
  }

  public HttpStatus status() {
    return status;
  }

  public String code() {
    return code;
  }

  List<Object> arguments() {
    return arguments;
  }

  Map<String, Object> properties() {
    return properties;
  }

  /// Zero where there is nothing to wait for.
  Duration retryAfter() {
    return retryAfter;
  }
}
