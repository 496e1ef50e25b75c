package org.huiwu.accommodation.rooming;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Rooms grouped by what a guest without a party in them can tell apart. Grouped anew only when
/// asked, and only those that have changed since.
final class AlikeRooms {
  private final Set<RoomUse> changed = new LinkedHashSet<>();
  private final Map<RoomUse, RoomUse.Likeness> groupOf = new HashMap<>();
  private final Map<RoomUse.Likeness, SortedMap<String, RoomUse>> groups = new LinkedHashMap<>();

  void changed(RoomUse use) {
    changed.add(use);
  }

  /// One of each group.
  List<RoomUse> lowest() {
    changed.forEach(this::group);
    changed.clear();
    return groups.values().stream().map(g -> g.firstEntry().getValue()).toList();
  }

  private void group(RoomUse use) {
    var is = use.likeness();
    var was = groupOf.put(use, is);
    if (is.equals(was)) {
      return;
    }
    if (was != null) {
      groups.computeIfPresent(
          was,
          (_, rooms) -> {
            rooms.remove(use.room().number());
            return rooms.isEmpty() ? null : rooms;
          });
    }
    groups.computeIfAbsent(is, _ -> new TreeMap<>(Room.BY_NUMBER)).put(use.room().number(), use);
  }
}
