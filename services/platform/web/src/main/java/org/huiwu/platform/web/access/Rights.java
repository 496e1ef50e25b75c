package org.huiwu.platform.web.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// Who may do what where: `rights.json` of services/contracts, the one place where it is written.
///
/// @param roles all roles there are: FORMAT.md's `by`, the duty room, the platform's administrator
///   and the services themselves
/// @param actions what each action asks for
public record Rights(Set<String> roles, Map<String, Right> actions) {
  private static final String FILE = "/org/huiwu/contracts/rights.json";

  /// In an action's roles: everybody who is signed in.
  static final String EVERYBODY = "everybody";

  /// Where a role must be held. A role held on the platform counts in every conference.
  public enum Scope {
    PLATFORM,
    CONFERENCE
  }

  /// @param roles any one of them will do; where a person holds several, the first in this order is
  ///   the one in which they act
  public record Right(Scope scope, List<String> roles) {

    /// The role in which the caller may act.
    Optional<String> roleOf(Caller caller) {
      if (roles.contains(EVERYBODY)) {
        return caller.roles().stream().findFirst().or(() -> Optional.of(EVERYBODY));
      }
      return roles.stream().filter(r -> allows(caller, r)).findFirst();
    }

    boolean allows(Caller caller, String role) {
      var held =
          switch (scope) {
            case PLATFORM -> caller.platformRoles();
            case CONFERENCE -> caller.roles();
          };
      return held.contains(role) && (roles.contains(role) || roles.contains(EVERYBODY));
    }
  }

  public static Rights load() {
    try (var in = Rights.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(
            FILE + " is not on the class path: services/contracts is missing.");
      }
      return JsonMapper.builder()
          .enable(tools.jackson.databind.MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build()
          .readValue(in, Rights.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Right> find(String action) {
    return Optional.ofNullable(actions.get(action));
  }
}
