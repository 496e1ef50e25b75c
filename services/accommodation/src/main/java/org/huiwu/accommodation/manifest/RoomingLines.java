package org.huiwu.accommodation.manifest;

import java.time.LocalDate;
import java.util.Map;
import org.huiwu.accommodation.nights.Nights;
import org.huiwu.platform.manifests.Contribution;
import org.jspecify.annotations.Nullable;

/// `rooming:<hotel>`: who sleeps there, from which night to which date (FORMAT.md, The rules behind
/// the manifests).
final class RoomingLines {

  /// @param nights in this hotel; a break in them does not show
  /// @param room null when unplaced
  record Sleeper(
      String person,
      String name,
      String delegation,
      String hotel,
      Nights nights,
      @Nullable String room) {}

  /// A hold that is not cancelled.
  record Block(String organisation, String hotel, int rooms, LocalDate from, LocalDate to) {}

  private RoomingLines() {}

  static Contribution header(String hotel) {
    return Contribution.header(manifest(hotel), Map.of("hotel", hotel));
  }

  static Contribution line(Sleeper sleeper) {
    var reach = sleeper.nights().reach();
    return Contribution.line(
        manifest(sleeper.hotel()),
        sleeper.person(),
        Map.of(
            "from",
            reach.from().toString(),
            "to",
            reach.to().toString(),
            "name",
            sleeper.name(),
            "delegation",
            sleeper.delegation(),
            "room",
            sleeper.room() == null ? "" : sleeper.room()));
  }

  static Contribution line(Block block) {
    return Contribution.line(
        manifest(block.hotel()),
        "HOLD/" + block.organisation(),
        Map.of(
            "rooms",
            Integer.toString(block.rooms()),
            "from",
            block.from().toString(),
            "to",
            block.to().toString()));
  }

  private static String manifest(String hotel) {
    return "rooming:" + hotel;
  }
}
