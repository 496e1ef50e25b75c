package org.huiwu.platform.web.command;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;

/// A command's answer as it is sent: the JSON that was written in the command's transaction, so
/// that a replay is answered the same, byte for byte.
///
/// @param <T> what the JSON is of; OpenAPI tells it
public final class Answered<T> extends ResponseEntity<String> {

  Answered(String json, HttpHeaders headers, HttpStatusCode status) {
    super(json, headers, status);
  }
}
