package org.huiwu.registration.participant.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.command.Versioned;
import org.huiwu.registration.conference.Conferences;
import org.huiwu.registration.participant.Attendance;
import org.huiwu.registration.participant.Correcting;
import org.huiwu.registration.participant.Participant;
import org.huiwu.registration.participant.Participants;
import org.huiwu.registration.participant.Registering;
import org.huiwu.registration.participant.Substituting;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Participants and companions over HTTP.
@RestController
@RequestMapping("/conferences/{conference}/participants")
class ParticipantsController {

  record WithdrawalBody(@Nullable @Size(max = 500) String reason) {}

  private final ChangeDesk desk;
  private final Conferences conferences;
  private final Participants participants;
  private final Registering registering;
  private final Attendance attendance;
  private final Correcting correcting;
  private final Substituting substituting;

  ParticipantsController(
      ChangeDesk desk,
      Conferences conferences,
      Participants participants,
      Registering registering,
      Attendance attendance,
      Correcting correcting,
      Substituting substituting) {
    this.desk = desk;
    this.conferences = conferences;
    this.participants = participants;
    this.registering = registering;
    this.attendance = attendance;
    this.correcting = correcting;
    this.substituting = substituting;
  }

  @Allowed("read-participants")
  @GetMapping
  List<ParticipantView> all(
      @PathVariable UUID conference,
      @RequestParam(required = false) @Nullable String delegation,
      @RequestParam(required = false) @Nullable String name) {
    conferences.mustExist(conference);
    return participants.all(conference, delegation, name).stream()
        .map(ParticipantView::of)
        .toList();
  }

  @Allowed("read-participants")
  @GetMapping("/{person}")
  ResponseEntity<ParticipantView> one(@PathVariable UUID conference, @PathVariable String person) {
    conferences.mustExist(conference);
    var found = participants.get(conference, person);
    return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(ParticipantView.of(found));
  }

  /// Registers a delegate, or adds a companion if `companionOf` is given.
  @Allowed("register-participant")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Answered<ParticipantView> register(
      @PathVariable UUID conference,
      @RequestBody @Valid PersonBody body,
      @Keyed CommandRequest request) {
    var host = body.companionOf();
    return desk.change(
        request,
        conference,
        host == null ? "register" : "add-companion",
        scope -> {
          conferences.mustExist(conference);
          var participant =
              host == null
                  ? registering.register(scope, body.register())
                  : registering.addCompanion(scope, body.companion(host));
          return Reply.created(ParticipantView.of(participant), participant.version());
        });
  }

  @Allowed("correct-participant")
  @PatchMapping("/{person}")
  Answered<ParticipantView> correct(
      @PathVariable UUID conference,
      @PathVariable String person,
      @RequestBody @Valid CorrectionBody body,
      @Versioned CommandRequest request) {
    return desk.change(
        request,
        conference,
        "correct-participant",
        scope -> {
          var current = matching(conference, person, request);
          return ok(correcting.correct(scope, current, body.applied(current.who())));
        });
  }

  /// Withdraws somebody and their companions.
  @Allowed("withdraw")
  @PostMapping("/{person}/withdrawal")
  Answered<ParticipantView> withdraw(
      @PathVariable UUID conference,
      @PathVariable String person,
      @RequestBody(required = false) @Valid @Nullable WithdrawalBody body,
      @Versioned CommandRequest request) {
    return desk.change(
        request.because(body == null ? null : body.reason()),
        conference,
        "withdraw",
        scope -> ok(attendance.withdraw(scope, matching(conference, person, request))));
  }

  @Allowed("reinstate")
  @PostMapping("/{person}/reinstatement")
  Answered<ParticipantView> reinstate(
      @PathVariable UUID conference,
      @PathVariable String person,
      @Versioned CommandRequest request) {
    return desk.change(
        request,
        conference,
        "reinstate",
        scope -> ok(attendance.reinstate(scope, matching(conference, person, request))));
  }

  /// Somebody else comes in this person's place.
  @Allowed("substitute")
  @PostMapping("/{person}/substitution")
  @ResponseStatus(HttpStatus.CREATED)
  Answered<ParticipantView> substitute(
      @PathVariable UUID conference,
      @PathVariable String person,
      @RequestBody @Valid PersonBody body,
      @Keyed @Versioned CommandRequest request) {
    return desk.change(
        request,
        conference,
        "substitute",
        scope -> {
          var leaving = matching(conference, person, request);
          var substitute = substituting.substitute(scope, leaving, body.substitute(leaving));
          return Reply.created(ParticipantView.of(substitute), substitute.version());
        });
  }

  private Participant matching(UUID conference, String person, CommandRequest request) {
    conferences.mustExist(conference);
    var current = participants.get(conference, person);
    request.mustMatch(current.version(), ParticipantView.of(current));
    return current;
  }

  private static Reply<ParticipantView> ok(Participant participant) {
    return Reply.ok(ParticipantView.of(participant), participant.version());
  }
}
