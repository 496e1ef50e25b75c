package org.huiwu.catering.upstream;

import java.time.LocalDateTime;

/// An excursion route's times, in the conference's local time. A bus that leaves later does not
/// change them.
public record Route(String code, LocalDateTime departs, LocalDateTime returns, boolean cancelled) {

  /// Whether those on the route are away at that time: from the departure until just before the
  /// return. Nobody is away on a cancelled route.
  public boolean isUnderWay(LocalDateTime at) {
    return !cancelled && !at.isBefore(departs) && at.isBefore(returns);
  }
}
