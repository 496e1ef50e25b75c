package org.huiwu.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.huiwu.platform.messaging.WireJson;
import tools.jackson.core.type.TypeReference;

/// In which tables a service keeps what others have said, and nothing of its own:
/// `learnt-tables.json` of services/contracts. A table that is not named there is the service's
/// own, which a rebuild copies.
final class LearntTables {
  private static final String FILE = "/org/huiwu/contracts/learnt-tables.json";

  private LearntTables() {}

  static List<String> of(Service service) {
    try (var in = LearntTables.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not on the class path");
      }
      return WireJson.mapper()
          .readValue(in, new TypeReference<Map<String, List<String>>>() {})
          .getOrDefault(service.serviceName(), List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
