package org.huiwu.venue.hall;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A hall, as sessions name it, and how many it seats. Nothing is refused for want of seats: a
/// session that needs more than its hall has shows so.
///
/// @param capacity seats; null: nobody has said
/// @param version 0 as long as nobody has said anything of it
public record Hall(String name, @Nullable Integer capacity, long version) {

  /// The same hall with this many seats; itself when that is known.
  Hall seating(@Nullable Integer seats) {
    return Objects.equals(capacity, seats) ? this : new Hall(name, seats, version + 1);
  }
}
