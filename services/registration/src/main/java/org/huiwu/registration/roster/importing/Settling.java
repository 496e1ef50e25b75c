package org.huiwu.registration.roster.importing;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.huiwu.registration.roster.Roster;
import org.huiwu.registration.roster.Rosters;
import org.huiwu.registration.roster.queue.ClerksQueue;
import org.huiwu.registration.roster.queue.QueueItem;
import org.huiwu.registration.roster.queue.QueueItem.State;
import org.huiwu.registration.roster.queue.StoredRow;
import org.huiwu.registration.roster.queue.WaitingRows;
import org.huiwu.registration.roster.reading.RosterField;
import org.huiwu.registration.roster.reading.WaitReason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// A clerk settles rows that wait: says what their cells mean, or that nothing is to come of them.
@Service
public class Settling {
  /// These hold until the clerk has said something of them, whatever the other cells are.
  private static final Set<String> NOT_OF_THE_CELL_ALONE =
      Set.of(
          Intake.code(WaitReason.ALREADY_IN_DELEGATION),
          Intake.code(WaitReason.HOST_WAITS),
          Intake.code(WaitReason.NO_HOST),
          "perhaps-renamed",
          "delegation-cancelled");

  private final Rosters rosters;
  private final ClerksQueue queue;
  private final WaitingRows rows;
  private final RowIntake intake;

  Settling(Rosters rosters, ClerksQueue queue, WaitingRows rows, RowIntake intake) {
    this.rosters = rosters;
    this.queue = queue;
    this.rows = rows;
    this.intake = intake;
  }

  /// Which row of a file.
  public record RowOfFile(UUID roster, String sheet, int row) {}

  /// What came of a cell that was settled.
  ///
  /// @param remaining the fields of the row that wait still; then nobody went in yet
  /// @param person whom the row is of, once it is settled as a whole
  public record Settled(List<String> remaining, @Nullable String person) {}

  /// Reads the row again with what the clerk says, in words of the same tables, and takes its
  /// person in.
  ///
  /// @param words the text that is meant, by field; a field left out stays as it stands in the file
  /// @return the person's id
  /// @throws Missing `roster-unknown`, `row-not-waiting`
  /// @throws Refused `row-still-waits` if something of it cannot be read even now
  public String settle(
      ChangeScope scope, RowOfFile where, Map<RosterField, String> words, Origin by) {
    var items = waitingIn(scope.conference(), where);
    var row = stored(scope.conference(), where);
    Map<RosterField, String> all = given(items);
    all.putAll(words);
    var person = intake.take(scope, row, all, null);
    for (var item : items) {
      var field = RosterField.find(item.issue().field());
      queue.close(
          scope.conference(),
          item,
          State.SETTLED,
          field.map(all::get).orElse(item.issue().value()),
          by);
    }
    return person;
  }

  /// Nothing comes of the row, or of the file as a whole (row 0): it was settled otherwise.
  ///
  /// @throws Missing `roster-unknown`, `row-not-waiting`
  public void dismiss(ChangeScope scope, RowOfFile where, Origin by) {
    waitingIn(scope.conference(), where).stream()
        .filter(QueueItem::waits)
        .forEach(i -> queue.close(scope.conference(), i, State.DISMISSED, null, by));
  }

  /// One cell of a row. The row goes in with the last of them.
  ///
  /// @param value the text that is meant; null: as it stands
  /// @param person who the row is, if the clerk knows; null: somebody new, or whom the row names
  /// @throws Refused `cell-still-waits` if the value cannot be read either
  Settled settleCell(
      ChangeScope scope,
      QueueItem item,
      @Nullable String value,
      @Nullable String person,
      Origin by) {
    var issue = item.issue();
    var where = new RowOfFile(item.roster(), issue.sheet(), issue.row());
    var items = waitingIn(scope.conference(), where);
    var row = stored(scope.conference(), where);
    var field =
        RosterField.find(issue.field())
            .orElseThrow(() -> new Conflict("settle-by-hand", issue.field()));
    var words = given(items);
    var text = value == null ? issue.value() : value;
    words.put(field, text);
    var unread = intake.unread(scope.conference(), row, words);
    if (unread.containsKey(field)) {
      throw new Refused("cell-still-waits", issue.field(), unread.getOrDefault(field, ""));
    }
    Set<RosterField> remaining = EnumSet.noneOf(RosterField.class);
    remaining.addAll(unread.keySet());
    items.stream()
        .filter(i -> i.waits() && !i.id().equals(item.id()))
        .filter(i -> NOT_OF_THE_CELL_ALONE.contains(i.issue().reason()))
        .forEach(i -> RosterField.find(i.issue().field()).ifPresent(remaining::add));
    remaining.remove(field);
    if (!remaining.isEmpty()) {
      queue.close(scope.conference(), item, State.SETTLED, text, by);
      return new Settled(remaining.stream().map(RosterField::wire).toList(), null);
    }
    var who = intake.take(scope, row, words, person);
    for (var other : items) {
      var itsField = RosterField.find(other.issue().field());
      queue.close(
          scope.conference(),
          other,
          State.SETTLED,
          itsField.map(words::get).orElse(other.issue().value()),
          by);
    }
    return new Settled(List.of(), who);
  }

  private List<QueueItem> waitingIn(UUID conference, RowOfFile where) {
    var roster = rosters.get(conference, where.roster());
    if (roster.status() == Roster.Status.READING) {
      throw new Conflict("roster-reading");
    }
    var items = queue.ofRow(conference, where.roster(), where.sheet(), where.row());
    if (items.stream().noneMatch(QueueItem::waits)) {
      throw new Missing("row-not-waiting", where.row());
    }
    return items;
  }

  private StoredRow stored(UUID conference, RowOfFile where) {
    return rows.find(conference, where.roster(), where.sheet(), where.row())
        .orElseThrow(() -> new Missing("row-not-waiting", where.row()));
  }

  private static Map<RosterField, String> given(List<QueueItem> items) {
    Map<RosterField, String> given = new EnumMap<>(RosterField.class);
    for (var item : items) {
      var words = item.given();
      if (words != null) {
        RosterField.find(item.issue().field()).ifPresent(field -> given.put(field, words));
      }
    }
    return given;
  }
}
