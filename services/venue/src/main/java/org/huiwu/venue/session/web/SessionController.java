package org.huiwu.venue.session.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.command.Shown;
import org.huiwu.platform.web.command.Versioned;
import org.huiwu.venue.session.MoveSession;
import org.huiwu.venue.session.PlanSession;
import org.huiwu.venue.session.Session;
import org.huiwu.venue.session.SessionPlanning;
import org.huiwu.venue.session.Sessions;
import org.huiwu.venue.upstream.Conferences;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Sessions at the venue desk.
@RestController
@RequestMapping("/conferences/{conference}/sessions")
class SessionController {
  private static final Shown<Session, SessionView> SHOWN =
      new Shown<>(SessionView::of, Session::version);

  private final ChangeDesk desk;
  private final Conferences conferences;
  private final Sessions sessions;
  private final SessionPlanning planning;

  SessionController(
      ChangeDesk desk, Conferences conferences, Sessions sessions, SessionPlanning planning) {
    this.desk = desk;
    this.conferences = conferences;
    this.sessions = sessions;
    this.planning = planning;
  }

  @Allowed("read-sessions")
  @GetMapping
  List<SessionView> sessions(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    return sessions.all(conference).stream().map(SessionView::of).toList();
  }

  @Allowed("read-sessions")
  @GetMapping("/{code}")
  ResponseEntity<SessionView> session(@PathVariable UUID conference, @PathVariable String code) {
    return SHOWN.answer(get(conference, code));
  }

  @Allowed("plan-sessions")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Answered<List<SessionView>> planSessions(
      @PathVariable UUID conference,
      @RequestBody List<@NotNull @Valid PlanSession> body,
      @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "plan-sessions",
        scope -> {
          conferences.mustExist(conference);
          return Reply.createdAll(
              planning.plan(scope, body).stream().map(SessionView::of).toList());
        });
  }

  @Allowed("move-session")
  @PatchMapping("/{code}")
  Answered<SessionView> moveSession(
      @PathVariable UUID conference,
      @PathVariable String code,
      @RequestBody @Valid MoveSession body,
      @Versioned CommandRequest request) {
    return onSession(
        request,
        conference,
        code,
        "move-session",
        (scope, session) -> planning.move(scope, session, body));
  }

  @Allowed("cancel-session")
  @DeleteMapping("/{code}")
  Answered<SessionView> cancelSession(
      @PathVariable UUID conference, @PathVariable String code, @Versioned CommandRequest request) {
    return onSession(request, conference, code, "cancel-session", planning::cancel);
  }

  private Answered<SessionView> onSession(
      CommandRequest request,
      UUID conference,
      String code,
      String action,
      BiFunction<ChangeScope, Session, Session> work) {
    return desk.edit(request, conference, action, () -> get(conference, code), SHOWN, work);
  }

  private Session get(UUID conference, String code) {
    conferences.mustExist(conference);
    return sessions.get(conference, code);
  }
}
