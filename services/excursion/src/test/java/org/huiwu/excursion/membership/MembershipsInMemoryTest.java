package org.huiwu.excursion.membership;

class MembershipsInMemoryTest extends MembershipsContract {

  @Override
  protected Memberships empty() {
    return new MembershipsInMemory();
  }
}
