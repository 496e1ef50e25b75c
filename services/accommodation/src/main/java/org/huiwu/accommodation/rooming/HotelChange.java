package org.huiwu.accommodation.rooming;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a change says about one hotel, before anything is decided. Filled while the facts are
/// compared with the stays, then only read.
final class HotelChange {
  private record Going(Stay before, Guest now) {
    boolean readsDifferently() {
      return before.readsDifferently(now);
    }

    boolean mayNotFit() {
      return before.mayNotFit(now) || (before.room() == null && readsDifferently());
    }
  }

  private record Coming(Guest guest, @Nullable String substituteFor) {}

  private final List<Stay> leaving = new ArrayList<>();
  private final List<Going> staying = new ArrayList<>();
  private final List<Coming> coming = new ArrayList<>();
  private final List<BlockedRooms> wanted = new ArrayList<>();
  private final List<UUID> released = new ArrayList<>();
  private boolean moreRooms;

  void leaves(Stay stay) {
    leaving.add(stay);
  }

  void stays(Stay before, Guest now) {
    if (!before.guest().equals(now)) {
      staying.add(new Going(before, now));
    }
  }

  void comes(Guest guest, @Nullable String substituteFor) {
    coming.add(new Coming(guest, substituteFor));
  }

  void wants(BlockedRooms hold) {
    wanted.add(hold);
  }

  void releases(UUID hold) {
    released.add(hold);
  }

  void hasMoreRooms() {
    moreRooms = true;
  }

  boolean isNone() {
    return !opensRooms() && staying.isEmpty();
  }

  /// Whether this hotel's manifest reads differently in any case, or rooms were added: only then
  /// those without a room are tried again, so that no manifest gets a version for that alone.
  boolean opensRooms() {
    return moreRooms
        || !leaving.isEmpty()
        || !coming.isEmpty()
        || !wanted.isEmpty()
        || !released.isEmpty()
        || staying.stream().anyMatch(Going::readsDifferently);
  }

  /// Whether a bed may get free: only then those who wait, and are of no party that comes, are
  /// tried again.
  boolean mayFreeBeds() {
    return moreRooms
        || !leaving.isEmpty()
        || !staying.isEmpty()
        || !wanted.isEmpty()
        || !released.isEmpty();
  }

  /// The parties of those who stay or come.
  Set<String> parties() {
    return claims().stream().map(c -> c.guest().party()).collect(Collectors.toSet());
  }

  /// Whether a room has to be looked for or checked.
  boolean needsRooms() {
    return !coming.isEmpty() || !wanted.isEmpty() || staying.stream().anyMatch(Going::mayNotFit);
  }

  /// Those whose stay here is another one, begins or ends.
  Set<String> concerned() {
    Set<String> persons = new HashSet<>();
    leaving.forEach(s -> persons.add(s.guest().person()));
    staying.forEach(g -> persons.add(g.now().person()));
    coming.forEach(c -> persons.add(c.guest().person()));
    return persons;
  }

  List<Stay> leaving() {
    return leaving;
  }

  /// The stays of those who stay, if nobody has to be checked.
  List<Stay> unchecked() {
    return staying.stream()
        .map(g -> new Stay(g.before().hotel(), g.now(), g.before().room()))
        .toList();
  }

  List<Claim> claims() {
    return Stream.concat(
            staying.stream().map(g -> new Claim(g.now(), new Preferences(g.before().room(), null))),
            coming.stream()
                .map(c -> new Claim(c.guest(), new Preferences(null, leftBy(c.substituteFor())))))
        .toList();
  }

  List<BlockedRooms> wanted() {
    return wanted;
  }

  List<UUID> released() {
    return released;
  }

  private @Nullable String leftBy(@Nullable String person) {
    for (var stay : leaving) {
      if (stay.guest().person().equals(person)) {
        return stay.room();
      }
    }
    return null;
  }
}
