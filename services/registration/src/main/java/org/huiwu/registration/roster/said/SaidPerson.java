package org.huiwu.registration.roster.said;

import java.util.Map;
import java.util.UUID;
import org.huiwu.registration.roster.reading.RosterField;

/// Somebody whom a roster brought, as the newest roster says it.
///
/// @param roster the newest that names them
/// @param row where in it they stand
/// @param nameKey of the name as the file has it, see [org.huiwu.registration.text.NameKey]
/// @param said what was read, field by field, in the words of the wire; `companion` is the host's
///   id
/// @param missing a newer roster leaves them out
public record SaidPerson(
    String person,
    UUID roster,
    String sheet,
    int row,
    String nameKey,
    Map<RosterField, String> said,
    boolean missing) {

  public String said(RosterField field) {
    return said.getOrDefault(field, "");
  }

  public String phone() {
    return said(RosterField.PHONE);
  }

  public boolean standsIn(UUID aRoster, String aSheet, int aRow) {
    return roster.equals(aRoster) && sheet.equals(aSheet) && row == aRow;
  }
}
