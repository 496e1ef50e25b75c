package org.huiwu.notification.retiming.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.retiming.Retiming;
import org.huiwu.notification.retiming.Retiming.Answer;
import org.huiwu.notification.retiming.Retiming.Outcome;
import org.huiwu.notification.retiming.Retimings;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.problem.ProblemException.Forbidden;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What desks ask of each other: to move their plans along.
@RestController
@RequestMapping("/conferences/{conference}/retimings")
class RetimingController {
  private static final String DUTY = "duty";
  private static final int LONGEST_LIST = 500;
  private static final int MOST_MINUTES = 14 * 24 * 60;

  /// @param minutes later; negative: earlier
  record Asked(
      @NotBlank @Pattern(regexp = "venue|catering|transport|excursion") String desk,
      @Min(-MOST_MINUTES) @Max(MOST_MINUTES) int minutes,
      @NotNull @Size(min = 1, max = 500)
          List<
                  @NotNull @Size(max = 120) @Pattern(regexp = "(session|meal|trip|route|stop):.+")
                  String>
              plans,
      @Nullable LocalDateTime due,
      @Nullable @Size(max = 500) String reason) {}

  record Said(@NotNull Outcome outcome, @Nullable @Size(max = 500) String word) {}

  private final Retimings retimings;
  private final ChangeDesk desk;
  private final Clock clock;

  RetimingController(Retimings retimings, ChangeDesk desk, Clock clock) {
    this.retimings = retimings;
    this.desk = desk;
    this.clock = clock;
  }

  /// @param open only those that wait for an answer, the oldest first; otherwise the latest first
  @Allowed("read-retimings")
  @GetMapping
  List<Retiming> all(
      @PathVariable UUID conference, @RequestParam(defaultValue = "false") boolean open) {
    return open ? retimings.open(conference) : retimings.latest(conference, LONGEST_LIST);
  }

  @Allowed("read-retimings")
  @GetMapping("/{retiming}")
  Retiming one(@PathVariable UUID conference, @PathVariable UUID retiming) {
    return retimings.get(conference, retiming);
  }

  @Allowed("ask-retiming")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Answered<Retiming> ask(
      @PathVariable UUID conference,
      @RequestBody @Valid Asked body,
      @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "ask-retiming",
        _ -> {
          if (body.minutes() == 0) {
            throw new Refused("retiming-by-nothing");
          }
          var asked =
              new Retiming(
                  UUID.randomUUID(),
                  body.desk(),
                  body.minutes(),
                  body.plans().stream().distinct().toList(),
                  body.due(),
                  body.reason() == null ? "" : body.reason().strip(),
                  request.origin().actor(),
                  request.origin().role(),
                  clock.instant(),
                  null);
          retimings.add(conference, asked);
          return Reply.created(asked, 1);
        });
  }

  /// The desk that was asked answers, or the duty room in its place.
  @Allowed("answer-retiming")
  @PostMapping("/{retiming}/answers")
  @ResponseStatus(HttpStatus.CREATED)
  Answered<Retiming> answer(
      @PathVariable UUID conference,
      @PathVariable UUID retiming,
      @RequestBody @Valid Said body,
      @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "answer-retiming",
        _ -> {
          var asked = retimings.get(conference, retiming);
          var role = request.origin().role();
          if (!role.equals(DUTY) && !role.equals(asked.desk())) {
            throw new Forbidden("retiming-of-another-desk", asked.desk(), role);
          }
          var word = body.word() == null ? "" : body.word().strip();
          if (body.outcome() == Outcome.DECLINED && word.isEmpty()) {
            throw new Refused("retiming-declined-without-word");
          }
          return Reply.created(
              retimings.answer(
                  conference,
                  retiming,
                  new Answer(body.outcome(), word, request.origin().actor(), clock.instant())),
              2);
        });
  }
}
