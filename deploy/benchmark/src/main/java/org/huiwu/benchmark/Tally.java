package org.huiwu.benchmark;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What arrives, held against the order of commits within each conference. A change counts where it
/// arrives first: to come again is allowed, to be overtaken is not.
final class Tally {
  private record Arrived(String conference, int order) {}

  private final Map<String, Integer> latest = new HashMap<>();
  private final Set<Arrived> seen = new HashSet<>();
  private int inverted;
  private int doubled;

  /// @param order that of the commits of this conference
  /// @return whether it has not been here before
  boolean arrived(String conference, int order) {
    if (!seen.add(new Arrived(conference, order))) {
      doubled++;
      return false;
    }
    if (latest.getOrDefault(conference, -1) > order) {
      inverted++;
    }
    latest.merge(conference, order, Math::max);
    return true;
  }

  /// How many came after one of their conference that was committed later.
  int inverted() {
    return inverted;
  }

  /// How many came again.
  int doubled() {
    return doubled;
  }
}
