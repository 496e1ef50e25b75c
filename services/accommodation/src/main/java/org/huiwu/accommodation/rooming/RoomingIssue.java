package org.huiwu.accommodation.rooming;

import java.util.Locale;
import java.util.UUID;
import org.huiwu.accommodation.nights.Nights;
import org.jspecify.annotations.Nullable;

/// Something that the accommodation desk has to see: an exception on its list, never a refusal at
/// the door.
public sealed interface RoomingIssue {
  Nights nights();

  /// What it is called where it is shown.
  default String kind() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /// An issue of one person.
  sealed interface OfPerson extends RoomingIssue {
    String person();

    String delegation();

    /// Null when none is known.
    @Nullable String hotel();
  }

  /// No room of the hotel fits.
  record Unplaced(String person, String delegation, String hotel, Nights nights)
      implements OfPerson {}

  /// A companion in another room than its host, because none takes them together.
  record CompanionApart(String person, String delegation, String hotel, Nights nights, String host)
      implements OfPerson {}

  /// The delegation has no hotel yet.
  record LodgingUnknown(String person, String delegation, Nights nights) implements OfPerson {
    @Override
    public @Nullable String hotel() {
      return null;
    }
  }

  /// The delegation's hotel has cancelled: it has to be rehoused.
  record HotelCancelled(String person, String delegation, String hotel, Nights nights)
      implements OfPerson {}

  /// A hold that has fewer rooms than it asks for.
  record HoldShort(
      UUID hold, String organisation, String hotel, Nights nights, int asked, int given)
      implements RoomingIssue {}
}
