package org.huiwu.platform.web.access;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Whose tokens this service believes (`huiwu.access.*`).
///
/// @param issuer the `iss` of good tokens
/// @param keys where the issuer publishes its keys (JWKS)
/// @param tokens where a service asks for a token of its own (client_credentials)
/// @param secretFile the service's own secret for that; null where it never asks others
@ConfigurationProperties("huiwu.access")
public record AccessProperties(String issuer, URI keys, URI tokens, @Nullable Path secretFile) {}
