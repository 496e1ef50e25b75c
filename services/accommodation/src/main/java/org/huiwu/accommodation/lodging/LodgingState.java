package org.huiwu.accommodation.lodging;

import java.util.List;

/// `accommodation.lodging` on the wire, as services/contracts describes it.
record LodgingState(String delegation, List<Lodging.Stay> stays) {

  static LodgingState of(Lodging lodging) {
    return new LodgingState(lodging.delegation(), lodging.stays());
  }
}
