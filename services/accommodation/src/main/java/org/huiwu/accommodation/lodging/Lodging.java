package org.huiwu.accommodation.lodging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiwu.accommodation.nights.Nights;
import org.jspecify.annotations.Nullable;

/// In which hotel a delegation lodges, from which date on.
///
/// Invariant: at least one stay; the first is from the beginning, the others ascend by date, and
/// two that follow each other are in different hotels.
public record Lodging(String delegation, List<Stay> stays, long version) {

  /// @param from local date; null: from the beginning
  public record Stay(String hotel, @Nullable LocalDate from) {}

  public Lodging {
    stays = List.copyOf(stays);
  }

  public static Lodging assigned(String delegation, String hotel) {
    return new Lodging(delegation, List.of(new Stay(hotel, null)), 1);
  }

  /// Moves the nights from a date on; overrides every stay from that date on, the later decision
  /// counts (FORMAT.md, `rehouse`). The same lodging when nothing changes.
  public Lodging rehoused(RehouseDelegation command) {
    List<Stay> kept = new ArrayList<>();
    for (var stay : stays) {
      if (stay.from() == null || stay.from().isBefore(command.from())) {
        kept.add(stay);
      }
    }
    if (!kept.getLast().hotel().equals(command.hotel())) {
      kept.add(new Stay(command.hotel(), command.from()));
    }
    return kept.equals(stays) ? this : new Lodging(delegation, kept, version + 1);
  }

  /// Somebody's nights by hotel, in the order of the stays; only hotels with at least one.
  public Map<String, Nights> nights(Nights all) {
    Map<String, Nights> byHotel = new LinkedHashMap<>();
    for (int i = 0; i < stays.size(); i++) {
      var until = i + 1 < stays.size() ? stays.get(i + 1).from() : null;
      var here = all.within(stays.get(i).from(), until);
      if (!here.isEmpty()) {
        byHotel.merge(stays.get(i).hotel(), here, Nights::and);
      }
    }
    return byHotel;
  }
}
