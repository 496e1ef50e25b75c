package org.huiwu.registration.delegation;

import org.huiwu.platform.messaging.ChangeScope;

/// `registration.delegation` on the wire.
public final class DelegationNews {
  static final String AGGREGATE = "registration.delegation";

  record State(String code, String name, boolean cancelled) {}

  private DelegationNews() {}

  public static void registered(ChangeScope scope, Delegation delegation) {
    announce(scope, delegation, "delegation-registered");
  }

  public static void corrected(ChangeScope scope, Delegation delegation) {
    announce(scope, delegation, "delegation-corrected");
  }

  public static void cancelled(ChangeScope scope, Delegation delegation) {
    announce(scope, delegation, "delegation-cancelled");
  }

  private static void announce(ChangeScope scope, Delegation d, String event) {
    scope.changed(AGGREGATE, d.code(), d.version(), event, state(d));
  }

  static State state(Delegation d) {
    return new State(d.code(), d.name(), d.cancelled());
  }
}
