package org.huiwu.excursion.membership.messaging;

import org.huiwu.excursion.membership.Announcements;
import org.huiwu.excursion.membership.Membership;
import org.huiwu.excursion.membership.MembershipEvent;
import org.huiwu.excursion.subject.Subject;
import org.huiwu.platform.messaging.ChangeScope;

/// Announces memberships in the changeset of the open transaction, and has the person's manifest
/// lines computed again.
///
/// @param scope the changeset being written
public record Published(ChangeScope scope) implements Announcements {
  public static final String AGGREGATE = "excursion.membership";

  /// What `excursion.membership` says on the wire.
  ///
  /// @param route empty for none
  /// @param bus empty for none or unplaced
  public record MembershipState(String route, String bus, boolean absent) {}

  @Override
  public void announce(Membership membership, MembershipEvent last) {
    scope.changed(
        AGGREGATE, membership.person(), membership.version(), last.wireName(), state(membership));
    scope.touch(Subject.PERSON.of(membership.person()));
  }

  @Override
  public void announceAsRequested(Membership membership, MembershipEvent last) {
    scope.seeded(
        AGGREGATE, membership.person(), membership.version(), last.wireName(), state(membership));
    scope.touch(Subject.PERSON.of(membership.person()));
  }

  static MembershipState state(Membership membership) {
    return new MembershipState(membership.route(), membership.bus(), membership.absent());
  }
}
