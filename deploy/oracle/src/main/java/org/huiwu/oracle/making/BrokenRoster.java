package org.huiwu.oracle.making;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.huiwu.oracle.RosterPerson;
import org.jspecify.annotations.Nullable;

/// One roster with rows that wait among rows that go in, and the knowledge which is which.
final class BrokenRoster {

  private static final DateTimeFormatter DASHES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /// @param row the index of the row within the table
  record Issue(int row, Field field, String value) {}

  private enum Host {
    NONE,
    IN,
    WAITS
  }

  private final Dice dice;
  private final RosterForm form;
  private final String delegation;
  private final PeopleMaker people;
  private final CellMaker cells;
  private final List<Map<Field, Cell>> rows = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();
  private final Set<String> in = new LinkedHashSet<>();
  private final List<String> delegatesIn = new ArrayList<>();
  private Host host = Host.NONE;

  BrokenRoster(Dice dice, RosterForm form, String delegation, PeopleMaker people, CellMaker cells) {
    this.dice = dice;
    this.form = form;
    this.delegation = delegation;
    this.people = people;
    this.cells = cells;
  }

  List<Map<Field, Cell>> rows() {
    return rows;
  }

  List<Issue> issues() {
    return issues;
  }

  Set<String> in() {
    return in;
  }

  void fill(int count) {
    if (dice.chance(0.3)) {
      family();
    }
    while (rows.size() < count) {
      switch (dice.between(1, 10)) {
        case 1, 2, 3 -> delegate();
        case 4, 5 -> family();
        case 6 -> duplicate();
        case 7 -> departsTooEarly();
        case 8 -> faultyFamily();
        default -> faulty();
      }
    }
  }

  private void delegate() {
    RosterPerson person = people.person(delegation, null);
    rows.add(cells.cells(person));
    in.add(person.name());
    delegatesIn.add(person.name());
    host = Host.IN;
  }

  private void family() {
    Map<Field, Cell> row = cells.cells(people.person(delegation, "host"));
    RosterMark mark = mark(row);
    rows.add(row);
    if (host == Host.IN) {
      in.add(mark.name());
    } else {
      issues.add(new Issue(rows.size() - 1, Field.COMPANION, mark.companion()));
    }
  }

  /// The name and the mark of a row, written plainly so that they can be quoted.
  private record RosterMark(String name, String companion) {}

  private RosterMark mark(Map<Field, Cell> row) {
    String name = plain(row.get(Field.NAME)).replaceAll("[\\s\u3000]", "");
    String companion = form.english() ? "Yes" : dice.of("家属", "是");
    row.put(Field.COMPANION, new Cell.Text(companion));
    return new RosterMark(name, companion);
  }

  /// "A name already in the delegation, whatever the phone"; whoever follows it has a host, for a
  /// duplicate of one who is in counts as in.
  private void duplicate() {
    if (delegatesIn.isEmpty()) {
      faulty();
      return;
    }
    String name = dice.pick(delegatesIn);
    Map<Field, Cell> row = cells.cells(people.person(delegation, null));
    row.put(Field.NAME, new Cell.Text(name));
    rows.add(row);
    issues.add(new Issue(rows.size() - 1, Field.NAME, name));
    host = Host.IN;
  }

  private void departsTooEarly() {
    RosterPerson person = people.person(delegation, null);
    while (person.arrival().time() == null) {
      person = people.person(delegation, null);
    }
    LocalDateTime arrival = Objects.requireNonNull(person.arrival().time());
    String departs = arrival.minusHours(dice.between(1, 60)).format(DASHES);
    Map<Field, Cell> row = cells.cells(person);
    row.put(Field.DEPART, new Cell.Text(departs));
    rows.add(row);
    waits(Field.DEPART, departs);
  }

  private void faulty() {
    Map<Field, Cell> row = cells.cells(people.person(delegation, null));
    Fault fault = fault();
    Cell cell = dice.pick(fault.values());
    row.put(fault.field(), cell);
    rows.add(row);
    waits(fault.field(), plain(cell));
  }

  private void waits(Field field, String value) {
    issues.add(new Issue(rows.size() - 1, field, value));
    host = Host.WAITS;
  }

  /// Waits for its own fault; its host is none the worse.
  private void faultyFamily() {
    if (host != Host.IN) {
      family();
      return;
    }
    Map<Field, Cell> row = cells.cells(people.person(delegation, "host"));
    mark(row);
    Fault fault = fault();
    Cell cell = dice.pick(fault.values());
    row.put(fault.field(), cell);
    rows.add(row);
    issues.add(new Issue(rows.size() - 1, fault.field(), plain(cell)));
  }

  private Fault fault() {
    boolean formulas = form.kind().isWorkbook() && dice.chance(0.3);
    return dice.pick(formulas ? Fault.IN_WORKBOOKS : Fault.IN_ANY_FILE);
  }

  static String plain(@Nullable Cell cell) {
    return switch (cell) {
      case null -> "";
      case Cell.Text text -> text.text();
      case Cell.Digits digits -> String.valueOf(digits.number());
      case Cell.Moment moment -> moment.time().toString();
      case Cell.Formula formula -> "=" + formula.formula();
    };
  }
}
