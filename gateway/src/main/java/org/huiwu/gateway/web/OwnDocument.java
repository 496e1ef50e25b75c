package org.huiwu.gateway.web;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The OpenAPI document of what the door does itself (sessions and accounts), to whoever is signed
/// in, beside those of the services at `/api/<service>/openapi`.
@RestController
class OwnDocument {
  private final Resource document = new ClassPathResource("openapi-gateway.json");

  @GetMapping(path = "/api/gateway/openapi", produces = MediaType.APPLICATION_JSON_VALUE)
  Resource document() {
    return document;
  }
}
