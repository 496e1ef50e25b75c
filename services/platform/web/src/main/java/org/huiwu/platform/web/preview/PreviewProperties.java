package org.huiwu.platform.web.preview;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the services are that a preview has to ask (`huiwu.preview.*`).
///
/// @param services by name; several instances by commas
@ConfigurationProperties("huiwu.preview")
record PreviewProperties(@DefaultValue Map<String, String> services) {}
