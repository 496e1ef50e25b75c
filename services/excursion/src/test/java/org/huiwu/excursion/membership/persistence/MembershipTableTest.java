package org.huiwu.excursion.membership.persistence;

import org.huiwu.excursion.membership.Memberships;
import org.huiwu.excursion.membership.MembershipsContract;

class MembershipTableTest extends MembershipsContract {

  @Override
  protected Memberships empty() {
    return new MembershipTable(Database.tables());
  }
}
