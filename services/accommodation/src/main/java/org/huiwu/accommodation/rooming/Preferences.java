package org.huiwu.accommodation.rooming;

import org.jspecify.annotations.Nullable;

/// Rooms that come before all others, if they fit.
///
/// @param present the room that the guest has
/// @param inherited the room of the person whose place the guest takes
public record Preferences(@Nullable String present, @Nullable String inherited) {
  public static final Preferences NONE = new Preferences(null, null);
}
