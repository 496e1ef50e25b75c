package org.huiwu.venue.session;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.venue.subject.Subject;
import org.huiwu.venue.upstream.People;
import org.springframework.stereotype.Service;

/// Planning, moving and cancelling sessions. A session seats everybody at once, also when it is
/// added in the middle of the conference.
@Service
public class SessionPlanning {
  static final String AGGREGATE = "venue.session";

  /// A session as it travels.
  record SessionState(
      String code,
      String title,
      String hall,
      LocalDateTime starts,
      String contact,
      boolean cancelled) {}

  private final Sessions sessions;
  private final People people;

  SessionPlanning(Sessions sessions, People people) {
    this.sessions = sessions;
    this.people = people;
  }

  /// Plans all of them or none.
  public List<Session> plan(ChangeScope scope, List<PlanSession> plans) {
    refuseTaken(scope.conference(), plans.stream().map(PlanSession::code).toList());
    var planned =
        plans.stream()
            .map(p ->
                new Session(
                    p.code(),
                    p.title(),
                    p.hall(),
                    p.starts(),
                    Objects.requireNonNullElse(p.contact(), ""),
                    false,
                    1))
            .toList();
    sessions.store(scope.conference(), planned);
    planned.forEach(s -> publish(scope, s, "session-planned"));
    if (!planned.isEmpty()) {
      touchDelegates(scope);
    }
    return planned;
  }

  public Session move(ChangeScope scope, Session current, MoveSession move) {
    if (current.cancelled()) {
      throw new Conflict("session-cancelled", current.code());
    }
    var moved =
        current.movedTo(
            Objects.requireNonNullElse(move.title(), current.title()),
            Objects.requireNonNullElse(move.hall(), current.hall()),
            Objects.requireNonNullElse(move.starts(), current.starts()),
            Objects.requireNonNullElse(move.contact(), current.contact()));
    if (moved.equals(current)) {
      return current;
    }
    sessions.store(scope.conference(), List.of(moved));
    publish(scope, moved, "session-moved");
    if (!moved.starts().equals(current.starts())) {
      touchDelegates(scope);
    }
    return moved;
  }

  public Session cancel(ChangeScope scope, Session current) {
    var cancelled = current.cancel();
    if (!cancelled.equals(current)) {
      sessions.store(scope.conference(), List.of(cancelled));
      publish(scope, cancelled, "session-cancelled");
      touchDelegates(scope);
    }
    return cancelled;
  }

  private void refuseTaken(UUID conference, List<String> codes) {
    Set<String> taken = new HashSet<>();
    sessions.of(conference, codes).forEach(s -> taken.add(s.code()));
    for (var code : codes) {
      if (!taken.add(code)) {
        throw new Conflict("session-exists", code);
      }
    }
  }

  private static void publish(ChangeScope scope, Session session, String event) {
    scope.changed(AGGREGATE, session.code(), session.version(), event, state(session));
    scope.touch(Subject.SESSION.of(session.code()));
  }

  static SessionState state(Session session) {
    return new SessionState(
        session.code(),
        session.title(),
        session.hall(),
        session.starts(),
        session.contact(),
        session.cancelled());
  }

  private void touchDelegates(ChangeScope scope) {
    scope.touch(people.delegates(scope.conference()));
  }
}
