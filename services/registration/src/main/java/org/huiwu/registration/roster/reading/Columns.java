package org.huiwu.registration.roster.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huiwu.registration.roster.reading.Heading.Part;
import org.huiwu.registration.roster.reading.Heading.Side;
import org.huiwu.registration.roster.reading.grid.GridCell;
import org.huiwu.registration.roster.reading.grid.GridRow;
import org.jspecify.annotations.Nullable;

/// Which column holds which field, told from the one or two rows of a table's header.
///
/// @param fields 0-based columns
/// @param days the column of days of a leg whose time stands in a column of its own
record Columns(Map<RosterField, Integer> fields, Map<RosterField, Integer> days) {

  /// @param header by column, what each heading says
  static Columns of(TreeMap<Integer, Heading> header) {
    Map<RosterField, Integer> fields = new EnumMap<>(RosterField.class);
    Map<RosterField, Integer> days = new EnumMap<>(RosterField.class);
    Map<RosterField, Integer> orders = new HashMap<>();
    withSides(header)
        .forEach((column, heading) -> {
          Optional<RosterField> field = field(heading);
          if (heading.part() == Part.DATE) {
            field.ifPresent(leg -> days.putIfAbsent(leg, column));
          } else if (field.isPresent()
              && heading.order() < orders.getOrDefault(field.get(), Integer.MAX_VALUE)) {
            orders.put(field.get(), heading.order());
            fields.put(field.get(), column);
          } else {
            field.ifPresent(other -> fields.putIfAbsent(other, column));
          }
        });
    List.copyOf(days.keySet())
        .forEach(leg -> {
          Integer day = days.get(leg);
          if (day != null && fields.putIfAbsent(leg, day) == null) {
            days.remove(leg);
          }
        });
    return new Columns(fields, days);
  }

  /// A bare 航班/车次 or 到达站 beside a 返程 one is the arrival's (FORMAT.md, "Tables"); of two bare ones
  /// the first belongs to the leg that the header speaks of first.
  private static TreeMap<Integer, Heading> withSides(TreeMap<Integer, Heading> header) {
    Side first =
        header.values().stream()
            .filter(heading -> heading.side() != null)
            .findFirst()
            .map(Heading::side)
            .orElse(Side.ARRIVAL);
    TreeMap<Integer, Heading> sided = new TreeMap<>(header);
    for (Part part : List.of(Part.TIME, Part.NUMBER, Part.PLACE)) {
      List<Integer> bare = new ArrayList<>();
      header.forEach((column, heading) -> {
        if (heading.part() == part && heading.isBare()) {
          bare.add(column);
        }
      });
      boolean arrivalTaken = taken(header, Side.ARRIVAL, part);
      boolean departureTaken = taken(header, Side.DEPARTURE, part);
      if (bare.size() > 1 && !arrivalTaken && !departureTaken) {
        put(sided, bare.get(0), first);
        put(sided, bare.get(1), first.other());
      } else if (!bare.isEmpty() && !arrivalTaken) {
        put(sided, bare.get(0), Side.ARRIVAL);
      } else if (!bare.isEmpty() && !departureTaken) {
        put(sided, bare.get(0), Side.DEPARTURE);
      }
    }
    return sided;
  }

  private static void put(TreeMap<Integer, Heading> sided, int column, Side side) {
    sided.computeIfPresent(column, (_, heading) -> heading.on(side));
  }

  private static boolean taken(TreeMap<Integer, Heading> header, Side side, Part part) {
    return header.values().stream()
        .anyMatch(heading -> heading.side() == side && heading.part() == part);
  }

  private static Optional<RosterField> field(Heading heading) {
    Part part = heading.part();
    if (part == null) {
      return Optional.ofNullable(heading.field());
    }
    return switch (heading.side()) {
      case ARRIVAL ->
          Optional.of(
              switch (part) {
                case TIME, DATE -> RosterField.ARRIVE;
                case NUMBER -> RosterField.ARRIVE_NO;
                case PLACE -> RosterField.ARRIVE_AT;
              });
      case DEPARTURE ->
          Optional.of(
              switch (part) {
                case TIME, DATE -> RosterField.DEPART;
                case NUMBER -> RosterField.DEPART_NO;
                case PLACE -> RosterField.DEPART_AT;
              });
      case null -> Optional.empty();
    };
  }

  /// Every recognised cell of a row, blank ones too.
  Map<RosterField, RosterCell> cells(GridRow row) {
    Map<RosterField, RosterCell> cells = new EnumMap<>(RosterField.class);
    fields.forEach((field, column) -> cells.put(field, cell(row, column)));
    days.forEach(
        (leg, column) -> cells.computeIfPresent(leg, (_, time) -> moment(cell(row, column), time)));
    return cells;
  }

  private static RosterCell cell(GridRow row, int column) {
    GridCell cell = row.cells().get(column);
    String letters = GridRow.letters(column);
    return cell == null
        ? new RosterCell(letters, "", false)
        : new RosterCell(letters, cell.text(), cell.kind() != GridCell.Kind.VALUE);
  }

  /// A day cell that shows midnight for want of a time says only the day.
  private static RosterCell moment(RosterCell day, RosterCell time) {
    if (day.text().isEmpty() || time.text().isEmpty()) {
      return time.text().isEmpty() ? day : time;
    }
    String text = day.text().replaceFirst(" 00:00$", "") + " " + time.text();
    return new RosterCell(
        day.column() + "+" + time.column(), text, day.computed() || time.computed());
  }

  int nameColumn() {
    return fields.getOrDefault(RosterField.NAME, 0);
  }

  @Nullable Integer column(RosterField field) {
    return fields.get(field);
  }
}
