package org.huiwu.registration.roster.web;

import java.util.Locale;
import java.util.UUID;
import org.huiwu.registration.roster.Roster;
import org.jspecify.annotations.Nullable;

/// A roster and how far it has come.
///
/// @param status `reading`, `done` or `refused`
/// @param rows of the file that are not blank; 0 until it was opened
/// @param read rows of people that are dealt with
/// @param parts of the change that are committed
/// @param people how many new ones went in
/// @param updated how many who were in it changed
/// @param unchanged how many rows said what was said before
/// @param queued how much it gave a clerk to settle
/// @param missing how many who are in it leaves out
/// @param waiting how much of it waits for a clerk now
/// @param change null until done, and if nothing changed
/// @param problem why it was refused, and where; null unless it was
/// @param foreseen what it would do; null but in a preview
record RosterView(
    UUID id,
    String file,
    String delegation,
    String status,
    int rows,
    int read,
    int parts,
    int people,
    int updated,
    int unchanged,
    int queued,
    int missing,
    int waiting,
    @Nullable UUID change,
    @Nullable RosterProblem problem,
    @Nullable ForeseenView foreseen) {

  static RosterView of(Roster r, @Nullable RosterProblem problem, @Nullable ForeseenView foreseen) {
    return new RosterView(
        r.id(),
        r.file(),
        r.delegation(),
        r.status().name().toLowerCase(Locale.ROOT),
        r.rows(),
        r.read(),
        r.parts(),
        r.people(),
        r.updated(),
        r.unchanged(),
        r.queued(),
        r.missing(),
        r.waiting(),
        r.change(),
        problem,
        foreseen);
  }
}
