package org.huiwu.registration.roster.web;

import java.util.List;
import java.util.UUID;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.registration.conference.Conferences;
import org.huiwu.registration.roster.RosterIssue.Kind;
import org.huiwu.registration.roster.queue.ClerksQueue;
import org.huiwu.registration.roster.queue.QueueFilter;
import org.huiwu.registration.roster.queue.QueueItem;
import org.huiwu.registration.roster.queue.QueueItem.State;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The cells that wait, as `issues.csv` has them (FORMAT.md).
@RestController
@RequestMapping("/conferences/{conference}/roster-issues")
class RosterIssuesController {

  /// A cell that waits; row 0 is the file as a whole.
  record IssueView(
      UUID roster,
      String file,
      String sheet,
      int row,
      String column,
      String field,
      String value,
      String reason) {

    static IssueView of(QueueItem item) {
      var issue = item.issue();
      return new IssueView(
          item.roster(),
          item.file(),
          issue.sheet(),
          issue.row(),
          issue.column(),
          issue.field(),
          issue.value(),
          issue.reason());
    }
  }

  private final Conferences conferences;
  private final ClerksQueue queue;

  RosterIssuesController(Conferences conferences, ClerksQueue queue) {
    this.conferences = conferences;
    this.queue = queue;
  }

  /// The cells that wait for a clerk, of one roster or of all.
  @Allowed("read-roster-issues")
  @GetMapping
  List<IssueView> issues(
      @PathVariable UUID conference, @RequestParam(required = false) @Nullable UUID roster) {
    conferences.mustExist(conference);
    var waiting =
        new QueueFilter(State.WAITING, null, null, roster, null, null, 0, Integer.MAX_VALUE);
    return queue.all(conference, waiting).stream()
        .filter(i -> i.issue().kind() != Kind.MISSING)
        .map(IssueView::of)
        .toList();
  }
}
