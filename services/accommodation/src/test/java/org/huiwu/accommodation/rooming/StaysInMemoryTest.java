package org.huiwu.accommodation.rooming;

import java.util.List;
import java.util.Set;
import org.huiwu.accommodation.rooming.BlockedRoomsInMemory.Hold;

class StaysInMemoryTest implements StaysContract {

  @Override
  public Stores stores() {
    var ledger = new BlockedRoomsInMemory(Set.of());
    var stays = new StaysInMemory(ledger);
    stays.contract(
        "A",
        List.of(new Room("10", "twin", 2), new Room("1", "twin", 2), new Room("2", "twin", 2)));
    stays.contract("B", List.of(new Room("1", "twin", 2)));
    return new Stores(RehearsedConference.CONFERENCE, stays, ledger);
  }

  @Override
  public void put(Stores stores, Hold hold) {
    ((BlockedRoomsInMemory) stores.ledger()).put(hold);
  }
}
