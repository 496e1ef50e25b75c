package org.huiwu.platform.web.preview;

import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// What a service's desk has to look at, as its `exceptions` are listed over HTTP. A service that
/// has some declares one bean, so that an impact preview tells which of them a change would bring,
/// and which it would make worse.
public interface DeskExceptions {

  /// @return records as they are listed
  List<?> all(UUID conference);

  /// The names of the fields that say which exception it is, kind and ids: with the same values
  /// there it is the same one, however much of it there is.
  ///
  /// @param exception as it is listed
  List<String> identity(JsonNode exception);

  /// How much of it there is, to compare it with what there was before: people over a bus's seats,
  /// nights without a room. Zero where there is no more or less.
  ///
  /// @param exception as it is listed
  long extent(JsonNode exception);
}
