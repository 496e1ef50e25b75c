package org.huiwu.notification.escalation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.huiwu.notification.escalation.Ladder;
import org.huiwu.notification.escalation.LadderSchedule;
import org.huiwu.notification.escalation.Ladders;
import org.huiwu.notification.escalation.Rung;
import org.huiwu.notification.escalation.Step;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.command.Versioned;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The escalation ladder of each kind of manifest. What is owed already goes on by the new one.
@RestController
@RequestMapping("/conferences/{conference}/ladders")
class LadderController {
  private static final int MOST_STEPS = 10;
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Duration SHORTEST_REMINDER = Duration.ofMinutes(1);

  /// @param kind what stands before a manifest's colon
  /// @param own whether this conference has a ladder of its own for it
  record View(String kind, boolean own, List<Rung> steps, Duration again) {
    static View of(String kind, Ladders.Stored stored) {
      return new View(kind, stored.version() > 0, stored.ladder().steps(), stored.ladder().again());
    }
  }

  record Body(
      @NotEmpty @Size(max = MOST_STEPS) List<@NotNull @Valid Rung> steps,
      @NotNull Duration again) {}

  private final Ladders ladders;
  private final LadderSchedule schedule;
  private final ChangeDesk desk;

  LadderController(Ladders ladders, LadderSchedule schedule, ChangeDesk desk) {
    this.ladders = ladders;
    this.schedule = schedule;
    this.desk = desk;
  }

  @Allowed("read-ladders")
  @GetMapping
  List<View> all(@PathVariable UUID conference) {
    return Ladders.KINDS.stream().map(kind -> View.of(kind, get(conference, kind))).toList();
  }

  @Allowed("read-ladders")
  @GetMapping("/{kind}")
  ResponseEntity<View> one(@PathVariable UUID conference, @PathVariable String kind) {
    var stored = get(conference, kind);
    return ResponseEntity.ok().eTag("\"" + stored.version() + "\"").body(View.of(kind, stored));
  }

  @Allowed("change-ladder")
  @PutMapping("/{kind}")
  Answered<View> change(
      @PathVariable UUID conference,
      @PathVariable String kind,
      @RequestBody @Valid Body body,
      @Versioned CommandRequest request) {
    return desk.change(
        request,
        conference,
        "change-ladder",
        _ -> {
          var stored = get(conference, kind);
          request.mustMatch(stored.version(), View.of(kind, stored));
          var ladder = checked(body);
          if (ladder.equals(stored.ladder())) {
            return Reply.ok(View.of(kind, stored), stored.version());
          }
          var version = ladders.replace(conference, kind, ladder);
          schedule.rescheduleKind(conference, kind);
          return Reply.ok(View.of(kind, new Ladders.Stored(ladder, version)), version);
        });
  }

  private static Ladder checked(Body body) {
    var steps = body.steps().stream().map(Rung::step).toList();
    if (steps.indexOf(Step.DUTY_CALL) != steps.size() - 1) {
      throw new Refused("ladder-ends-at-the-duty-room");
    }
    if (body.again().compareTo(SHORTEST_REMINDER) < 0
        || Stream.concat(
                Stream.of(body.again()),
                body.steps().stream().flatMap(r -> Stream.of(r.after(), r.before())))
            .anyMatch(d -> d.isNegative() || d.compareTo(LONGEST) > 0)) {
      throw new Refused("ladder-too-slow");
    }
    return new Ladder(body.steps(), body.again());
  }

  private Ladders.Stored get(UUID conference, String kind) {
    return ladders.find(conference, kind).orElseThrow(() -> new Missing("ladder-unknown", kind));
  }
}
