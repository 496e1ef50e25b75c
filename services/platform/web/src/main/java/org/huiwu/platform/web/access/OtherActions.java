package org.huiwu.platform.web.access;

import java.util.UUID;

/// What whoever asks may do besides what they ask for.
public final class OtherActions {
  private final Rights rights;

  OtherActions(Rights rights) {
    this.rights = rights;
  }

  /// Whether the caller of this request may do this in the conference, in any role that they hold.
  ///
  /// @param action as `rights.json` has it, e.g. `read-manifest:trip`
  public boolean allowed(String action, UUID conference) {
    var caller = ActionsAllowed.caller().within(conference);
    return rights.find(action).flatMap(right -> right.roleOf(caller)).isPresent();
  }
}
