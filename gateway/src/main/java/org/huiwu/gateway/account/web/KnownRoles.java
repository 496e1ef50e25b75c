package org.huiwu.gateway.account.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The roles that can be granted: those of `rights.json` in services/contracts, but the services'
/// own and the visitors'.
@Component
class KnownRoles {
  static final Set<String> PLATFORM_ONLY = Set.of("administrator");
  private static final Set<String> NOBODYS = Set.of("service", "visitor");
  private static final String FILE = "/org/huiwu/contracts/rights.json";

  private final JsonMapper json;

  KnownRoles(JsonMapper json) {
    this.json = json;
  }

  Set<String> all() {
    try (var in = KnownRoles.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(
            FILE + " is not on the class path: services/contracts is missing.");
      }
      Set<String> roles = new TreeSet<>();
      json.readTree(in).path("roles").forEach(r -> roles.add(r.asString()));
      roles.removeAll(NOBODYS);
      return roles;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
