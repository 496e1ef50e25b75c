package org.huiwu.gateway.account;

import java.util.List;

/// Somebody who may sign in.
///
/// @param account the name to sign in with
/// @param name as shown to others
/// @param mustChangePassword the password was given by somebody else
public record Account(
    String account,
    String name,
    boolean enabled,
    boolean mustChangePassword,
    List<Grant> grants,
    long version) {

  /// @param scope a conference's id or `platform`
  public record Grant(String scope, String role) {}
}
