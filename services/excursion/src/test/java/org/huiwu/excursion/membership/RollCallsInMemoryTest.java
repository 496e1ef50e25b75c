package org.huiwu.excursion.membership;

class RollCallsInMemoryTest extends RollCallsContract {

  @Override
  protected RollCalls empty() {
    return new RollCallsInMemory();
  }
}
