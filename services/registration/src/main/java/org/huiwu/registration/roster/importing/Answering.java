package org.huiwu.registration.roster.importing;

import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.huiwu.registration.participant.Attendance;
import org.huiwu.registration.participant.Register;
import org.huiwu.registration.roster.RosterIssue.Kind;
import org.huiwu.registration.roster.importing.Settling.Settled;
import org.huiwu.registration.roster.queue.ClerksQueue;
import org.huiwu.registration.roster.queue.QueueItem;
import org.huiwu.registration.roster.queue.QueueItem.State;
import org.huiwu.registration.roster.reading.PersonRow;
import org.huiwu.registration.roster.reading.RosterCell;
import org.huiwu.registration.roster.reading.RosterField;
import org.huiwu.registration.roster.reading.RosterReader;
import org.huiwu.registration.roster.reading.RowOrigin;
import org.huiwu.registration.roster.reading.WaitingRow;
import org.huiwu.registration.text.NameKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// A clerk answers what is in the queue, item by item; each answer is a change as any other.
@Service
public class Answering {
  private final ClerksQueue queue;
  private final Settling settling;
  private final KnownPeople people;
  private final Register register;
  private final Attendance attendance;
  private final RosterContexts contexts;
  private final RosterReader reader = new RosterReader();

  Answering(
      ClerksQueue queue,
      Settling settling,
      KnownPeople people,
      Register register,
      Attendance attendance,
      RosterContexts contexts) {
    this.queue = queue;
    this.settling = settling;
    this.people = people;
    this.register = register;
    this.attendance = attendance;
    this.contexts = contexts;
  }

  /// What the clerk says.
  ///
  /// @param value what is meant, in words of the tables; null: as it stands in the file
  /// @param person who a row is; null: somebody new, or whom it names
  public record Answer(@Nullable String value, @Nullable String person) {}

  /// What stands beside an item now.
  ///
  /// @param version of the item and of the person together
  /// @param present of a conflict: the platform's value
  /// @param owner of a conflict: the service that owns the field
  public record Standing(
      long version, @Nullable String name, @Nullable String present, @Nullable String owner) {}

  /// What stands beside each of these items now.
  public Function<QueueItem, Standing> standing(UUID conference, List<QueueItem> items) {
    var persons =
        items.stream()
            .map(i -> i.issue().person())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    var known = people.all(conference, persons);
    return item -> {
      var person = item.issue().person();
      return standing(item, person == null ? null : known.get(person));
    };
  }

  private static Standing standing(QueueItem item, @Nullable Known known) {
    if (known == null) {
      return new Standing(item.version(), null, null, null);
    }
    var version = item.version() + known.participant().version() + known.itinerary().version() - 2;
    var name = known.participant().who().name();
    var field = RosterField.find(item.issue().field());
    if (item.issue().kind() != Kind.CONFLICT || field.isEmpty()) {
      return new Standing(version, name, null, null);
    }
    return new Standing(
        version,
        name,
        FieldValues.of(known.values(), field.get()),
        Revision.OWNED_ELSEWHERE.getOrDefault(field.get(), "registration"));
  }

  /// A cell means this; of two values this is the right one; who is missing has withdrawn.
  ///
  /// @throws Conflict `item-closed`; `file-cannot-be-settled`; `field-owned-elsewhere` if another
  ///   desk has to say so; `settle-by-hand`
  /// @throws Refused `cell-still-waits`, `row-still-waits`
  public Settled settle(ChangeScope scope, QueueItem item, Answer answer, Origin by) {
    mustWait(item);
    return switch (item.issue().kind()) {
      case ROW -> settling.settleCell(scope, item, answer.value(), answer.person(), by);
      case CONFLICT -> choose(scope, item, answer.value(), by);
      case MISSING -> {
        var known = known(scope, item);
        queue.close(scope.conference(), item, State.SETTLED, null, by);
        attendance.withdraw(scope, known.participant());
        yield new Settled(List.of(), known.participant().id());
      }
      case FILE -> throw new Conflict("file-cannot-be-settled");
    };
  }

  /// Nothing comes of it: what stands is right, or it was settled otherwise. Of a row every cell is
  /// dismissed with it.
  public void dismiss(ChangeScope scope, QueueItem item, Origin by) {
    mustWait(item);
    var issue = item.issue();
    switch (issue.kind()) {
      case ROW ->
          settling.dismiss(
              scope, new Settling.RowOfFile(item.roster(), issue.sheet(), issue.row()), by);
      case CONFLICT, MISSING, FILE ->
          queue.close(scope.conference(), item, State.DISMISSED, null, by);
    }
  }

  private static void mustWait(QueueItem item) {
    if (!item.waits()) {
      throw new Conflict("item-closed");
    }
  }

  private Settled choose(ChangeScope scope, QueueItem item, @Nullable String value, Origin by) {
    var field =
        RosterField.find(item.issue().field())
            .orElseThrow(() -> new Conflict("settle-by-hand", item.issue().field()));
    var owner = Revision.OWNED_ELSEWHERE.get(field);
    if (owner != null) {
      throw new Conflict("field-owned-elsewhere", field.wire(), owner);
    }
    var known = known(scope, item);
    var id = known.participant().id();
    if (item.issue().reason().equals("has-withdrawn")) {
      attendance.reinstate(scope, known.participant());
    } else if (field == RosterField.COMPANION) {
      throw new Conflict("settle-by-hand", field.wire());
    } else {
      var text = value == null ? item.issue().value() : value;
      var meant = read(scope, item, known, field, text);
      if (field == RosterField.NAME
          && !NameKey.of(meant).equals(NameKey.of(known.participant().who().name()))) {
        register.mustBeFree(scope.conference(), known.participant().delegation(), meant);
      }
      register.correct(scope, List.of(known.with(Map.of(field, meant))));
    }
    queue.close(
        scope.conference(), item, State.SETTLED, value == null ? item.issue().value() : value, by);
    return new Settled(List.of(), id);
  }

  private Known known(ChangeScope scope, QueueItem item) {
    var person = String.valueOf(item.issue().person());
    var known = people.all(scope.conference(), Set.of(person)).get(person);
    if (known == null) {
      throw new Refused("participant-unknown");
    }
    return known;
  }

  /// One cell among what stands: read under the same rules as in a roster.
  private String read(
      ChangeScope scope, QueueItem item, Known known, RosterField field, String text) {
    var stands = known.values();
    Map<RosterField, RosterCell> cells = new EnumMap<>(RosterField.class);
    cells.put(RosterField.NAME, cell(FieldValues.of(stands, RosterField.NAME)));
    cells.put(RosterField.GENDER, cell(FieldValues.of(stands, RosterField.GENDER)));
    cells.put(RosterField.RANK, cell("Other"));
    var times = List.of(RosterField.ARRIVE, RosterField.DEPART);
    for (var time : times.contains(field) ? times : List.<RosterField>of()) {
      var standing = FieldValues.of(stands, time);
      cells.put(
          time,
          cell(
              standing.isEmpty()
                  ? ""
                  : LocalDateTime.parse(standing).toString().replace('T', ' ')));
    }
    cells.put(field, cell(text));
    var issue = item.issue();
    var row =
        new WaitingRow(new RowOrigin(issue.sheet(), 1, issue.row(), cells), List.of(), null, false);
    var context = contexts.of(scope.conference(), item.delegation());
    return switch (reader.settle(row, Map.of(), context)) {
      case PersonRow person -> FieldValues.of(FieldValues.of(person, null), field);
      case WaitingRow waits -> {
        var reason = waits.waiting().getFirst().reason();
        throw new Refused("cell-still-waits", field.wire(), Intake.code(reason));
      }
    };
  }

  private static RosterCell cell(String text) {
    return new RosterCell("", text, false);
  }
}
