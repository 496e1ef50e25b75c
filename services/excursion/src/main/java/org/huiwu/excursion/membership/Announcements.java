package org.huiwu.excursion.membership;

/// Where decisions on memberships are told, within the transaction that makes them.
public interface Announcements {

  /// @param last the latest of the events that led to this state
  void announce(Membership membership, MembershipEvent last);

  /// A membership's beginning, on the route that registration asked for by name.
  default void announceAsRequested(Membership membership, MembershipEvent last) {
    announce(membership, last);
  }
}
