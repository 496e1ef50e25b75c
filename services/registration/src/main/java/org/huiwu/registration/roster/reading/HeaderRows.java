package org.huiwu.registration.roster.reading;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.huiwu.registration.roster.reading.Heading.Part;
import org.huiwu.registration.roster.reading.Heading.Side;
import org.huiwu.registration.roster.reading.grid.GridCell;
import org.huiwu.registration.roster.reading.grid.GridRow;
import org.jspecify.annotations.Nullable;

/// Tells header rows from titles, stamp lines and people, and reads headers of one row or two.
final class HeaderRows {
  /// A group's heading is short; longer texts above a header are titles.
  private static final int LONGEST_GROUP = 12;

  private static final int ENOUGH_WITHOUT_GENDER_OR_RANK = 4;

  private final Synonyms synonyms;
  private final Headings headings;

  HeaderRows(Synonyms synonyms) {
    this.synonyms = synonyms;
    this.headings = new Headings(synonyms);
  }

  /// A header names a name, and gender or rank (or much else), and holds nobody's gender.
  boolean isHeader(GridRow row) {
    return row.cells().values().stream().anyMatch(this::isName) && isHeader(single(row), row);
  }

  /// Two rows that only together make a header: 姓名 stands in one, 性别 under a group in the other.
  boolean isHeader(GridRow top, GridRow bottom) {
    return !isHeader(bottom)
        && (hasName(top) || hasName(bottom))
        && isSecondRow(top, bottom)
        && isHeader(merged(top, bottom), bottom);
  }

  /// Whether the row under a header belongs to it: 时间, 航班/车次, 地点 under the groups' headings.
  boolean isSecondRow(GridRow top, GridRow bottom) {
    int recognised = 0;
    for (Map.Entry<Integer, GridCell> entry : bottom.cells().entrySet()) {
      GridCell above = top.cells().get(entry.getKey());
      boolean repeated = above != null && above.text().equals(entry.getValue().text());
      if (headings.hasDigit(entry.getValue().text()) || isGender(entry.getValue())) {
        return false;
      }
      recognised += repeated || headings.find(entry.getValue().text()).isPresent() ? 1 : 0;
    }
    return recognised * 2 > bottom.cells().size();
  }

  /// @param above the row right above, perhaps one of groups, perhaps a title
  Columns columns(@Nullable GridRow above, GridRow header) {
    return Columns.of(above == null ? single(header) : under(above, header));
  }

  Columns twoRows(GridRow top, GridRow bottom) {
    return Columns.of(merged(top, bottom));
  }

  private boolean isHeader(TreeMap<Integer, Heading> read, GridRow row) {
    Set<RosterField> fields = EnumSet.noneOf(RosterField.class);
    int legs = 0;
    for (Heading heading : read.values()) {
      if (heading.field() != null) {
        fields.add(heading.field());
      }
      legs += heading.part() == null ? 0 : 1;
    }
    return fields.contains(RosterField.NAME)
        && (fields.contains(RosterField.GENDER)
            || fields.contains(RosterField.RANK)
            || fields.size() + legs >= ENOUGH_WITHOUT_GENDER_OR_RANK)
        && row.cells().values().stream().noneMatch(this::isGender);
  }

  private TreeMap<Integer, Heading> single(GridRow row) {
    TreeMap<Integer, Heading> read = new TreeMap<>();
    row.cells()
        .forEach((column, cell) ->
            headings
                .find(cell.text(), nth(row, column, cell))
                .ifPresent(heading -> read.put(column, heading)));
    return read;
  }

  private TreeMap<Integer, Heading> merged(GridRow top, GridRow bottom) {
    TreeMap<Integer, Heading> read = single(top);
    read.putAll(under(top, bottom));
    return read;
  }

  private TreeMap<Integer, Heading> under(GridRow top, GridRow bottom) {
    TreeMap<Integer, Heading> read = new TreeMap<>();
    bottom
        .cells()
        .forEach((column, cell) -> {
          int nth = nth(bottom, column, cell);
          if (headings.isUnread(cell.text(), nth)) {
            return;
          }
          Heading own = headings.find(cell.text(), nth).orElse(null);
          Heading inGroup = own == null || own.isBare() ? legCell(top, bottom, column, cell) : own;
          boolean second =
              inGroup != null
                  && inGroup.isName()
                  && read.values().stream().anyMatch(Heading::isName);
          if (inGroup != null) {
            read.put(column, second ? ofFamily(top, column).orElse(inGroup) : inGroup);
          }
        });
    return read;
  }

  /// How many cells of a row, up to this one from the left, read as it does.
  private static int nth(GridRow row, int column, GridCell cell) {
    String letters = Wording.letters(cell.text());
    return (int)
        row.cells().entrySet().stream()
            .filter(other -> other.getKey() <= column)
            .filter(other -> Wording.letters(other.getValue().text()).equals(letters))
            .count();
  }

  private @Nullable Heading legCell(GridRow top, GridRow bottom, int column, GridCell cell) {
    Part part = headings.part(cell.text());
    Side side = side(top, bottom, column);
    return part == null || side == null
        ? headings.find(cell.text()).orElse(null)
        : Heading.of(side, part);
  }

  /// The leg that the group above a column speaks of. A group begins above the first heading of its
  /// own; a title that begins above 姓名 or 性别 is none.
  private @Nullable Side side(GridRow top, GridRow bottom, int column) {
    Map.Entry<Integer, GridCell> group = group(top, column);
    if (group == null || Wording.key(group.getValue().text()).length() > LONGEST_GROUP) {
      return null;
    }
    GridCell first = bottom.cells().get(group.getKey());
    boolean begins = first != null && headings.find(first.text()).map(Heading::field).isEmpty();
    return begins ? headings.side(group.getValue().text()) : null;
  }

  /// A second name under a group on family is the family's: it stands where a mark should, and
  /// waits for a clerk.
  private Optional<Heading> ofFamily(GridRow top, int column) {
    return Optional.ofNullable(group(top, column))
        .flatMap(group -> headings.find(group.getValue().text()))
        .filter(heading -> heading.field() == RosterField.COMPANION);
  }

  /// The cell above: its own, a merged one that covers the column, or, where the file knows of no
  /// merging, the next one to the left.
  private Map.@Nullable Entry<Integer, GridCell> group(GridRow top, int column) {
    Map.Entry<Integer, GridCell> left = top.cells().floorEntry(column);
    if (left == null) {
      return null;
    }
    int columns = left.getValue().columns();
    return columns == 1 || left.getKey() + columns > column ? left : null;
  }

  private boolean hasName(GridRow row) {
    return row.cells().values().stream().anyMatch(this::isName);
  }

  private boolean isName(GridCell cell) {
    return headings.mayHeadName(cell.text())
        && headings.find(cell.text()).filter(Heading::isName).isPresent();
  }

  private boolean isGender(GridCell cell) {
    return synonyms.find(SynonymKind.GENDER, cell.text()).isPresent();
  }
}
