package org.huiwu.notification.escalation;

import java.time.Clock;
import java.util.UUID;
import org.huiwu.notification.escalation.CallTask.Attempt;
import org.huiwu.notification.escalation.CallTask.Outcome;
import org.huiwu.notification.standing.Signature;
import org.huiwu.notification.standing.Signature.How;
import org.huiwu.notification.standing.Standings;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The duty room at the phone: somebody takes a call, so that two do not make it, and says what
/// came of it. Only an acknowledgement ends it; where nobody receives the list, it is enough that
/// somebody was told.
@Component
public class CallDesk {

  /// @param name who acknowledged on the phone: personal data
  /// @param version that was read out to them
  public record Report(
      Outcome outcome, @Nullable String name, @Nullable Long version, @Nullable String note) {}

  private final CallTasks tasks;
  private final Standings standings;
  private final Clock clock;

  CallDesk(CallTasks tasks, Standings standings, Clock clock) {
    this.tasks = tasks;
    this.standings = standings;
    this.clock = clock;
  }

  /// Inside a transaction under the conference's lock.
  ///
  /// @throws Conflict when it is closed, or somebody else makes the call
  public CallTask take(UUID conference, UUID id, String account, boolean takeOver) {
    var task = get(conference, id);
    if (!task.open()) {
      throw new Conflict("call-task-closed", id);
    }
    var holder = task.assignedTo();
    if (holder != null && !holder.equals(account) && !takeOver) {
      throw new Conflict("call-task-taken", holder);
    }
    tasks.assign(conference, task, account);
    return get(conference, id).withoutNotes();
  }

  /// What came of a call is a fact: it is taken in even when the task has been closed meanwhile.
  /// Inside a transaction under the conference's lock.
  ///
  /// @throws Conflict when the version was never told to the recipient
  public CallTask report(UUID conference, UUID id, String account, Report report) {
    var task = get(conference, id);
    tasks.note(
        conference, task, new Attempt(clock.instant(), account, report.outcome(), report.note()));
    switch (report.outcome()) {
      case REACHED_ACKNOWLEDGED -> acknowledge(conference, task, account, report);
      case NO_ANSWER, WRONG_NUMBER, PASSED_ON -> {
        if (task.open() && report.outcome().frees()) {
          tasks.assign(conference, task, null);
        }
        if (task.open() && report.outcome() == Outcome.PASSED_ON && task.contact().isEmpty()) {
          tasks.close(conference, task, "passed-on", account);
        }
      }
    }
    return get(conference, id).withoutNotes();
  }

  private void acknowledge(UUID conference, CallTask task, String account, Report report) {
    if (task.contact().isEmpty()) {
      throw new Refused("call-to-nobody", task.manifest());
    }
    var name = report.name();
    var version = report.version();
    if (name == null || name.isBlank() || version == null) {
      throw new Refused("call-needs-name-and-version");
    }
    var standing =
        standings.acknowledge(
            conference,
            task.contact(),
            task.manifest(),
            version,
            new Signature(name, How.CALL, ""));
    if (!standing.inDebt() && get(conference, task.id()).open()) {
      tasks.close(conference, task, "acknowledged", account);
    }
  }

  private CallTask get(UUID conference, UUID id) {
    return tasks.find(conference, id).orElseThrow(() -> new Missing("call-task-unknown", id));
  }
}
