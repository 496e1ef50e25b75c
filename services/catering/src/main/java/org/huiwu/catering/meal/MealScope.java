package org.huiwu.catering.meal;

import java.util.Optional;
import java.util.regex.Pattern;

/// Whom a meal is for (FORMAT.md, "The rules behind the manifests"). Written `hotel:H`, `rank:N` or
/// `route:R`.
public sealed interface MealScope {

  /// Those present and not away whose delegation lodges in the hotel.
  record OfHotel(String hotel) implements MealScope {
    @Override
    public String text() {
      return "hotel:" + hotel;
    }
  }

  /// Delegates present and not away whose rank number is this or lower.
  record OfRank(int rank) implements MealScope {
    @Override
    public String text() {
      return "rank:" + rank;
    }
  }

  /// Those who are away on the route.
  record OfRoute(String route) implements MealScope {
    @Override
    public String text() {
      return "route:" + route;
    }
  }

  String text();

  /// Empty when the text is no scope; the place that it names need not exist.
  static Optional<MealScope> parse(String text) {
    var parts = Pattern.compile("(hotel|route):(\\S+)|rank:([1-4])").matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    if (parts.group(3) != null) {
      return Optional.of(new OfRank(Integer.parseInt(parts.group(3))));
    }
    var code = parts.group(2);
    return Optional.of(parts.group(1).equals("hotel") ? new OfHotel(code) : new OfRoute(code));
  }
}
