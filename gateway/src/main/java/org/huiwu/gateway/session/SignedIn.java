package org.huiwu.gateway.session;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Somebody who is signed in, as the database says at this request.
///
/// @param session an id of the session that is no secret
/// @param rights changes with what the account may do
/// @param grants roles by scope: a conference's id or `platform`
public record SignedIn(
    UUID session,
    String account,
    String name,
    boolean mustChangePassword,
    long rights,
    Map<String, Set<String>> grants) {
  public static final String PLATFORM = "platform";

  public Set<String> platformRoles() {
    return grants.getOrDefault(PLATFORM, Set.of());
  }

  /// A role held on the platform counts in every conference.
  public Set<String> rolesIn(UUID conference) {
    var roles = new TreeSet<>(platformRoles());
    roles.addAll(grants.getOrDefault(conference.toString(), Set.of()));
    return roles;
  }

  public List<UUID> conferences() {
    return grants.keySet().stream()
        .filter(s -> !s.equals(PLATFORM))
        .map(UUID::fromString)
        .sorted()
        .toList();
  }
}
