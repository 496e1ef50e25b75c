package org.huiwu.gateway;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Settings of the door (`huiwu.gateway.*`); time limits and circuits are Resilience4j's own
/// settings.
///
/// @param services where each service answers, by name
@ConfigurationProperties("huiwu.gateway")
public record GatewayProperties(Map<String, URI> services) {}
