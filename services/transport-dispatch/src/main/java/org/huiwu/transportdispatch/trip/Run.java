package org.huiwu.transportdispatch.trip;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// What a trip is for; its `kind` in FORMAT.md.
public sealed interface Run {
  /// The place of those who come by their own means: nobody fetches them.
  String SELF = "self";

  String kind();

  /// A bus of an excursion route. Who is on it is excursion's decision.
  record Excursion(String route) implements Run {
    public static final String KIND = "excursion";

    @Override
    public String kind() {
      return KIND;
    }
  }

  /// A vehicle that fetches those who arrive at a place within a window.
  ///
  /// @param from the place, e.g. `NNG`; neither empty nor `self`
  /// @param windowFrom local to the conference, inclusive
  /// @param windowTo local to the conference, exclusive, after `windowFrom`
  record Pickup(String from, LocalDateTime windowFrom, LocalDateTime windowTo) implements Run {
    public static final String KIND = "pickup";

    @Override
    public String kind() {
      return KIND;
    }

    /// FORMAT.md, "The rules behind the manifests": arrival place is `from` and arrival time is in
    /// `[window_from, window_to)`.
    ///
    /// @param time null when it is not known: then nobody can be fetched
    public boolean fetches(String place, @Nullable LocalDateTime time) {
      return time != null
          && !place.equals(SELF)
          && place.equals(from)
          && !time.isBefore(windowFrom)
          && time.isBefore(windowTo);
    }
  }
}
