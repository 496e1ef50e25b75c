package org.huiwu.registration.delegation;

import org.huiwu.platform.messaging.ChangeScope;

/// What a delegation's cancelling means to its people.
public interface DelegationMembers {

  /// Withdraws everybody of the delegation who attends, in the change that cancels it.
  void withdrawAll(ChangeScope scope, String delegation);
}
