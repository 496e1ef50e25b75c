package org.huiwu.excursion.membership.persistence;

import org.huiwu.excursion.membership.RollCalls;
import org.huiwu.excursion.membership.RollCallsContract;

class RollCallTableTest extends RollCallsContract {

  @Override
  protected RollCalls empty() {
    return new RollCallTable(Database.tables());
  }
}
