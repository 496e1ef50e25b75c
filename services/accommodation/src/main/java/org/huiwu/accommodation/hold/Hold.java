package org.huiwu.accommodation.hold;

import java.time.LocalDate;
import java.util.UUID;

/// Rooms kept for an organisation, whole and empty, for some nights. It stands also when the hotel
/// has fewer rooms to give than it asks for: then it is an exception.
///
/// @param rooms how many are asked for
/// @param from local date of the first night
/// @param to local date on which the rooms are free again; after `from`
public record Hold(
    UUID id,
    String organisation,
    String hotel,
    int rooms,
    LocalDate from,
    LocalDate to,
    boolean cancelled,
    long version) {

  public static Hold of(UUID id, HoldRooms command) {
    return new Hold(
        id,
        command.organisation(),
        command.hotel(),
        command.rooms(),
        command.from(),
        command.to(),
        false,
        1);
  }

  public HoldRooms asked() {
    return new HoldRooms(organisation, hotel, rooms, from, to);
  }

  /// The same hold when nothing changes.
  public Hold changed(HoldRooms command) {
    return command.equals(asked())
        ? this
        : new Hold(
            id,
            command.organisation(),
            command.hotel(),
            command.rooms(),
            command.from(),
            command.to(),
            cancelled,
            version + 1);
  }

  /// The same hold when it is cancelled already.
  public Hold cancel() {
    return cancelled ? this : new Hold(id, organisation, hotel, rooms, from, to, true, version + 1);
  }
}
