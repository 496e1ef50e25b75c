package org.huiwu.registration.roster.reading;

import org.jspecify.annotations.Nullable;

/// What a heading says of its column. Either a field of its own, or a cell of a leg: of which leg,
/// which part of it, or both (`航班/车次` alone names a part, `返程信息` alone a leg).
///
/// @param order among several columns of one field the lowest is taken
record Heading(
    @Nullable RosterField field,
    Heading.@Nullable Side side,
    Heading.@Nullable Part part,
    int order) {

  enum Side {
    ARRIVAL,
    DEPARTURE;

    Side other() {
      return this == ARRIVAL ? DEPARTURE : ARRIVAL;
    }
  }

  /// `DATE` is a column of days beside one of times; alone it is the whole moment.
  enum Part {
    TIME,
    DATE,
    NUMBER,
    PLACE
  }

  static Heading of(RosterField field, int order) {
    return switch (field) {
      case ARRIVE -> new Heading(null, Side.ARRIVAL, Part.TIME, order);
      case ARRIVE_NO -> new Heading(null, Side.ARRIVAL, Part.NUMBER, order);
      case ARRIVE_AT -> new Heading(null, Side.ARRIVAL, Part.PLACE, order);
      case DEPART -> new Heading(null, Side.DEPARTURE, Part.TIME, order);
      case DEPART_NO -> new Heading(null, Side.DEPARTURE, Part.NUMBER, order);
      case DEPART_AT -> new Heading(null, Side.DEPARTURE, Part.PLACE, order);
      case NAME, GENDER, RANK, TITLE, PHONE, DIET, ROUTE, COMPANION ->
          new Heading(field, null, null, order);
    };
  }

  static Heading of(@Nullable Side side, @Nullable Part part) {
    return new Heading(null, side, part, Integer.MAX_VALUE);
  }

  Heading on(@Nullable Side otherSide) {
    return new Heading(field, otherSide, part, order);
  }

  boolean isName() {
    return field == RosterField.NAME;
  }

  /// A part of a leg, without saying of which.
  boolean isBare() {
    return part != null && side == null;
  }
}
