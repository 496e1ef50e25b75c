package org.huiwu.registration.roster.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huiwu.registration.roster.Roster;
import org.huiwu.registration.roster.importing.Answering;
import org.huiwu.registration.roster.importing.RosterDifference;
import org.huiwu.registration.roster.importing.RosterSheets;
import org.huiwu.registration.roster.queue.ClerksQueue;
import org.huiwu.registration.roster.queue.QueueFilter;
import org.huiwu.registration.roster.queue.QueueItem.State;
import org.huiwu.registration.roster.web.ForeseenView.CorrectedView;
import org.huiwu.registration.roster.web.ForeseenView.ForeseenItem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says of rosters what came of them, and in a preview what would.
@Component
class RosterViews {
  private static final int MOST_ITEMS = 500;

  private final RosterProblems problems;
  private final RosterSheets sheets;
  private final ClerksQueue queue;
  private final Answering answering;

  RosterViews(
      RosterProblems problems, RosterSheets sheets, ClerksQueue queue, Answering answering) {
    this.problems = problems;
    this.sheets = sheets;
    this.queue = queue;
    this.answering = answering;
  }

  RosterView view(UUID conference, Roster roster, Locale locale) {
    return view(conference, roster, locale, null);
  }

  RosterView foreseen(UUID conference, Roster roster, Locale locale, RosterDifference difference) {
    var filter = new QueueFilter(State.WAITING, null, null, roster.id(), null, null, 0, MOST_ITEMS);
    var items = queue.all(conference, filter);
    var standing = answering.standing(conference, items);
    return view(
        conference,
        roster,
        locale,
        new ForeseenView(
            sheets(conference, roster),
            difference.newcomers(),
            difference.corrected().stream().map(CorrectedView::of).toList(),
            items.stream().map(i -> ForeseenItem.of(i, standing.apply(i))).toList()));
  }

  List<SheetView> sheets(UUID conference, Roster roster) {
    return sheets.of(conference, roster).stream().map(SheetView::of).toList();
  }

  private RosterView view(
      UUID conference, Roster roster, Locale locale, @Nullable ForeseenView foreseen) {
    return RosterView.of(
        roster,
        roster.status() == Roster.Status.REFUSED
            ? problems.find(conference, roster.id(), locale).orElse(null)
            : null,
        foreseen);
  }
}
