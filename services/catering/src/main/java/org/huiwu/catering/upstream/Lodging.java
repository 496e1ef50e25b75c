package org.huiwu.catering.upstream;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// In which hotel a delegation lodges, by date.
///
/// @param stays in the order in which they were decided: a later one wins from its date on
public record Lodging(String delegation, List<Stay> stays) {

  /// @param from the first date, null = from the beginning
  public record Stay(String hotel, @Nullable LocalDate from) {
    boolean begunBy(LocalDate date) {
      return from == null || !from.isAfter(date);
    }
  }

  /// The hotel in force on that date, whether or not anybody sleeps there that night.
  public Optional<String> hotelOn(LocalDate date) {
    return stays.reversed().stream().filter(s -> s.begunBy(date)).map(Stay::hotel).findFirst();
  }
}
