package org.huiwu.notification.golive.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.golive.FirstVersions;
import org.huiwu.notification.golive.GoLive;
import org.huiwu.notification.golive.Phase;
import org.huiwu.notification.stream.ConferenceStream;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Planning and live: what would be told, and the act that tells it.
@RestController
@RequestMapping("/conferences/{conference}")
class GoLiveController {

  /// @param localTime what time it is at the conference from now on
  /// @param rate how many times as fast time passes there; left out: 1
  record ClockBody(
      @NotNull LocalDateTime localTime,
      @Nullable @DecimalMin("0.1") @DecimalMax("100000") Double rate) {}

  private final GoLive golive;
  private final ConferenceBook conferences;
  private final ConferenceClock clock;
  private final ConferenceStream stream;
  private final ChangeDesk desk;

  GoLiveController(
      GoLive golive,
      ConferenceBook conferences,
      ConferenceClock clock,
      ConferenceStream stream,
      ChangeDesk desk) {
    this.golive = golive;
    this.conferences = conferences;
    this.clock = clock;
    this.stream = stream;
    this.desk = desk;
  }

  @Allowed("read-phase")
  @GetMapping("/phase")
  Phase phase(@PathVariable UUID conference) {
    return golive.phase(conference);
  }

  @Allowed("read-phase")
  @GetMapping("/first-versions")
  FirstVersions firstVersions(@PathVariable UUID conference) {
    return golive.firstVersions(conference);
  }

  @Allowed("go-live")
  @PostMapping("/live")
  Answered<Phase> goLive(@PathVariable UUID conference, @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "go-live",
        _ -> {
          conferences.get(conference);
          if (!golive.goLive(conference, request.origin().actor())) {
            throw new Conflict("already-live");
          }
          var phase = golive.phase(conference);
          stream.append(conference, "went-live", phase);
          return Reply.ok(phase, 1);
        });
  }

  /// Only a rehearsal has a clock of its own.
  @Allowed("set-rehearsal-clock")
  @PostMapping("/rehearsal-clock")
  Answered<Phase> setClock(
      @PathVariable UUID conference,
      @RequestBody @Valid ClockBody body,
      @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "set-rehearsal-clock",
        _ -> {
          if (!conferences.get(conference).rehearsal()) {
            throw new Refused("no-rehearsal");
          }
          clock.set(
              conference,
              clock.instant(conference, body.localTime()),
              body.rate() == null ? 1 : body.rate());
          return Reply.ok(golive.phase(conference), 1);
        });
  }
}
