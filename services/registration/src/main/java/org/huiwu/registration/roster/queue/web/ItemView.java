package org.huiwu.registration.roster.queue.web;

import java.util.Locale;
import java.util.UUID;
import org.huiwu.registration.roster.importing.Answering.Standing;
import org.huiwu.registration.roster.queue.QueueItem;
import org.jspecify.annotations.Nullable;

/// One thing that a clerk has to settle, or has settled.
///
/// @param version what If-Match names; it rises with every change of the item, and of the person
/// @param state `waiting`, `settled`, `dismissed` or `superseded` (a newer file says otherwise)
/// @param kind `row`: a cell of a row that waits as a whole; `conflict`: file and platform differ;
///   `missing`: the file leaves somebody out; `file`: the file as a whole
/// @param delegation the office
/// @param row the sheet's own, 1-based; 0 is the file as a whole
/// @param column its letters
/// @param value as it stands in the cell
/// @param reason a code, e.g. `not-in-table`, `corrected-since`, `owned-by-excursion`
/// @param person whom it is about, if registration knows them
/// @param name that person's; of a row that waits, what stands in its cell for the name
/// @param meaning of a conflict: what the file's value means
/// @param present of a conflict: what stands there now
/// @param owner of a conflict: the service that owns the field
/// @param given what the clerk said is meant
/// @param closed how it ended; null while it waits
record ItemView(
    UUID id,
    long version,
    String state,
    String kind,
    UUID roster,
    String file,
    String delegation,
    String sheet,
    int row,
    String column,
    String field,
    String value,
    String reason,
    @Nullable String person,
    @Nullable String name,
    @Nullable String meaning,
    @Nullable String present,
    @Nullable String owner,
    @Nullable String given,
    QueueItem.@Nullable Closed closed) {

  static ItemView of(QueueItem item, Standing standing) {
    var issue = item.issue();
    return new ItemView(
        item.id(),
        standing.version(),
        code(item.state()),
        code(issue.kind()),
        item.roster(),
        item.file(),
        item.delegation(),
        issue.sheet(),
        issue.row(),
        issue.column(),
        issue.field(),
        issue.value(),
        issue.reason(),
        issue.person(),
        standing.name() == null ? item.rowName() : standing.name(),
        issue.meaning(),
        standing.present(),
        standing.owner(),
        item.given(),
        item.closed());
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
