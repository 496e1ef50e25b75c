package org.huiwu.platform.web.preview;

import java.util.List;
import java.util.UUID;

/// What a service's desk has to look at, as its `exceptions` are listed over HTTP. A service that
/// has some declares one bean, so that an impact preview tells which of them a change would bring.
public interface DeskExceptions {

  /// @return records as they are listed; the same exception is equal whenever it is asked for
  List<?> all(UUID conference);
}
