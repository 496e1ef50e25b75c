package org.huiwu.registration.roster;

import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.huiwu.registration.roster.reading.SynonymKind;
import org.huiwu.registration.roster.reading.Synonyms;
import org.jspecify.annotations.Nullable;

/// A wording that a clerk adds to the tables of synonyms (FORMAT.md, "Rosters": data that a clerk
/// can extend).
///
/// @param meaning what the kind knows: a field, a gender, a rank, a place's code, a route...
/// @param delegation the office that writes so; null for every office of the conference
public record OfficeSynonym(
    SynonymKind kind, String wording, String meaning, @Nullable String delegation) {

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
