package org.huiwu.excursion.membership.web;

import org.huiwu.excursion.membership.Membership;

/// @param route empty for none
/// @param bus the trip's code; empty for none, or unplaced
/// @param absent called absent by the bus's roll-call
record MembershipView(String person, String route, String bus, boolean absent, long version) {

  static MembershipView of(Membership m) {
    return new MembershipView(m.person(), m.route(), m.bus(), m.absent(), m.version());
  }
}
