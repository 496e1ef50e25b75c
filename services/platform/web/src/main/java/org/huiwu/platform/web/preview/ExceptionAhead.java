package org.huiwu.platform.web.preview;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An exception that something would bring or make worse.
///
/// @param exception as it would be listed
/// @param before as it is listed now; null when it is not
record ExceptionAhead(JsonNode exception, @Nullable JsonNode before) {}
