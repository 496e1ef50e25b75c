package org.huiwu.registration.roster.queue.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.command.Versioned;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.huiwu.registration.conference.Conferences;
import org.huiwu.registration.roster.RosterIssue;
import org.huiwu.registration.roster.importing.Answering;
import org.huiwu.registration.roster.importing.Answering.Answer;
import org.huiwu.registration.roster.queue.ClerksQueue;
import org.huiwu.registration.roster.queue.QueueFilter;
import org.huiwu.registration.roster.queue.QueueItem;
import org.huiwu.registration.text.Storable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The clerk's queue over HTTP.
@RestController
@RequestMapping("/conferences/{conference}/clerk-queue")
class ClerksQueueController {

  /// @param total how many there are on all pages
  /// @param next what `after` of the next page is; null on the last
  record Page(List<ItemView> items, int total, @Nullable Long next) {}

  /// @param value what is meant, in words of the same tables as rosters; left out: as it stands in
  ///   the file
  /// @param person of a row: who it is, if the clerk knows; left out: somebody new, or whom it
  ///   names
  /// @param reason why; the header `Huiwu-Reason` does as well
  record Settlement(
      @Nullable @Size(max = 500) @Storable String value,
      @Nullable @Size(max = 40) @Storable String person,
      @Nullable @Size(max = 500) @Storable String reason) {}

  /// @param reason why nothing is to come of it; the header `Huiwu-Reason` does as well
  record Dismissal(@Nullable @Size(max = 500) @Storable String reason) {}

  /// @param remaining fields of the row that wait still; its person goes in with the last of them
  /// @param person whom it was about, or who went in
  record SettledView(ItemView item, List<String> remaining, @Nullable String person) {}

  private final ChangeDesk desk;
  private final Conferences conferences;
  private final ClerksQueue queue;
  private final Answering answering;

  ClerksQueueController(
      ChangeDesk desk, Conferences conferences, ClerksQueue queue, Answering answering) {
    this.desk = desk;
    this.conferences = conferences;
    this.queue = queue;
    this.answering = answering;
  }

  /// In the order in which it came; of closed items too, if they are asked for.
  ///
  /// @param state `waiting` unless another is asked for; `all` for whatever became of them
  /// @param delegation the office
  /// @param after as the page before says
  @Allowed("read-clerk-queue")
  @GetMapping
  Page all(
      @PathVariable UUID conference,
      @RequestParam(defaultValue = "waiting")
          @Pattern(regexp = "waiting|settled|dismissed|superseded|all")
          String state,
      @RequestParam(required = false) @Nullable @Pattern(regexp = "row|conflict|missing|file")
          String kind,
      @RequestParam(required = false) @Nullable @Storable String delegation,
      @RequestParam(required = false) @Nullable UUID roster,
      @RequestParam(required = false) @Nullable @Storable String file,
      @RequestParam(required = false) @Nullable @Storable String field,
      @RequestParam(defaultValue = "0") @Min(0) long after,
      @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
    conferences.mustExist(conference);
    var filter =
        new QueueFilter(
            state.equals("all") ? null : QueueItem.State.valueOf(upper(state)),
            kind == null ? null : RosterIssue.Kind.valueOf(upper(kind)),
            delegation,
            roster,
            file,
            field,
            after,
            limit + 1);
    var found = queue.all(conference, filter);
    var items = found.subList(0, Math.min(limit, found.size()));
    var standing = answering.standing(conference, items);
    return new Page(
        items.stream().map(i -> ItemView.of(i, standing.apply(i))).toList(),
        queue.count(conference, filter),
        found.size() > limit ? items.getLast().queued() : null);
  }

  @Allowed("read-clerk-queue")
  @GetMapping("/{item}")
  ResponseEntity<ItemView> one(@PathVariable UUID conference, @PathVariable UUID item) {
    conferences.mustExist(conference);
    var view = view(conference, item);
    return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
  }

  /// A cell means this, of two values this is the right one, or who is missing from a file has
  /// withdrawn. 412 with what stands there now if somebody was first.
  @Allowed("settle-cell")
  @PostMapping("/{item}/settlement")
  Answered<SettledView> settle(
      @PathVariable UUID conference,
      @PathVariable UUID item,
      @RequestBody @Valid Settlement body,
      @Versioned(current = ItemView.class) CommandRequest request) {
    var because = request.because(body.reason());
    return desk.change(
        because,
        conference,
        "settle-cell",
        scope -> {
          var found = matching(scope, item, request);
          var answer = new Answer(body.value(), body.person());
          var settled = answering.settle(scope, found, answer, because.origin());
          var view = view(conference, item);
          return Reply.ok(
              new SettledView(view, settled.remaining(), settled.person()), view.version());
        });
  }

  /// Nothing comes of it, for a reason; it stays listed as dismissed.
  @Allowed("dismiss-cell")
  @PostMapping("/{item}/dismissal")
  Answered<ItemView> dismiss(
      @PathVariable UUID conference,
      @PathVariable UUID item,
      @RequestBody @Valid Dismissal body,
      @Versioned CommandRequest request) {
    var because = request.because(body.reason());
    return desk.change(
        because,
        conference,
        "dismiss-cell",
        scope -> {
          var found = matching(scope, item, request);
          if (because.origin().reason() == null) {
            throw new Refused("field-required", "reason");
          }
          answering.dismiss(scope, found, because.origin());
          var view = view(conference, item);
          return Reply.ok(view, view.version());
        });
  }

  private QueueItem matching(ChangeScope scope, UUID item, CommandRequest request) {
    conferences.mustExist(scope.conference());
    var found = queue.get(scope.conference(), item);
    var view = view(scope.conference(), item);
    request.mustMatch(view.version(), view);
    return found;
  }

  private ItemView view(UUID conference, UUID item) {
    var found = queue.get(conference, item);
    return ItemView.of(found, answering.standing(conference, List.of(found)).apply(found));
  }

  private static String upper(String code) {
    return code.toUpperCase(Locale.ROOT);
  }
}
