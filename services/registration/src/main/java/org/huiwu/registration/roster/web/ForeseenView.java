package org.huiwu.registration.roster.web;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.huiwu.registration.roster.importing.Answering.Standing;
import org.huiwu.registration.roster.importing.RosterDifference;
import org.huiwu.registration.roster.importing.RosterDifference.FieldChange;
import org.huiwu.registration.roster.importing.RosterDifference.NewPerson;
import org.huiwu.registration.roster.queue.QueueItem;
import org.jspecify.annotations.Nullable;

/// What a roster would do, told in a preview of its upload: at most 500 of each, the counts beside
/// it are of all.
///
/// @param sheets how the file is understood
/// @param newcomers who would come in
/// @param corrected who is in and would be changed, field by field
/// @param items what it would give a clerk to settle: cells, conflicts, people whom it leaves out
record ForeseenView(
    List<SheetView> sheets,
    List<NewPerson> newcomers,
    List<CorrectedView> corrected,
    List<ForeseenItem> items) {

  /// @param fields by the field's wire name
  record CorrectedView(String person, String name, TreeMap<String, FieldChange> fields) {

    static CorrectedView of(RosterDifference.CorrectedPerson person) {
      var fields = new TreeMap<String, FieldChange>();
      person.fields().forEach((field, change) -> fields.put(field.wire(), change));
      return new CorrectedView(person.person(), person.name(), fields);
    }
  }

  /// As an item of the clerk's queue, but that there is none yet.
  record ForeseenItem(
      String kind,
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
      @Nullable String owner) {

    static ForeseenItem of(QueueItem item, Standing standing) {
      var issue = item.issue();
      return new ForeseenItem(
          issue.kind().name().toLowerCase(Locale.ROOT),
          issue.sheet(),
          issue.row(),
          issue.column(),
          issue.field(),
          issue.value(),
          issue.reason(),
          issue.person(),
          standing.name(),
          issue.meaning(),
          standing.present(),
          standing.owner());
    }
  }
}
