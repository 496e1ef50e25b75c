package org.huiwu.registration.roster;

import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.huiwu.registration.roster.reading.SynonymKind;
import org.huiwu.registration.roster.reading.Synonyms;

/// A wording that an office adds to the tables of synonyms (FORMAT.md, "Rosters": data that a clerk
/// can extend).
///
/// @param meaning what the kind knows: a field, a gender, a rank, a place's code, a route...
public record OfficeSynonym(SynonymKind kind, String wording, String meaning) {

  /// @throws Refused `synonym-meaningless` if the kind knows no such meaning
  Synonyms addedTo(Synonyms tables) {
    try {
      var extended = tables.with(kind, wording, meaning);
      return kind == SynonymKind.PLACE ? extended.with(kind, meaning, meaning) : extended;
    } catch (IllegalArgumentException _) {
      throw new Refused("synonym-meaningless", kind.name(), meaning);
    }
  }
}
