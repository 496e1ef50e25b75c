package org.huiwu.registration.roster.reading;

import java.util.Locale;
import java.util.Set;

/// A table of synonyms, and what its wordings can mean.
public enum SynonymKind {
  /// a whole heading; means a field's wire name, or `none` for a column that is not read
  HEADING("none"),
  /// one of several headings of a row that read alike, `时间#2` for the second from the left; means
  /// what a heading means
  NTH_HEADING("none"),
  /// a part of a heading, in any heading that no table lists
  PART(
      "name",
      "gender",
      "rank",
      "title",
      "phone",
      "diet",
      "route",
      "companion",
      "arrival",
      "departure",
      "time",
      "date",
      "number",
      "place",
      "never"),
  GENDER("M", "F"),
  RANK("1", "2", "3", "4"),
  DIET("normal", "halal", "vegetarian"),
  /// means a route's code or name, or `none`
  ROUTE,
  /// means a place's code
  PLACE,
  COMPANION("yes", "no"),
  /// says nothing: in `any` column that may be empty, or only in those of free `text`
  BLANK("any", "text"),
  /// stands in the place of a name and is nobody's
  UNKNOWN("name"),
  /// begins a `line` that is no person's, or is a `word` anywhere in one
  NOTE("line", "word");

  private final Set<String> meanings;

  SynonymKind(String... meanings) {
    this.meanings = Set.of(meanings);
  }

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean canMean(String meaning) {
    return switch (this) {
      case HEADING, NTH_HEADING ->
          meanings.contains(meaning) || RosterField.find(meaning).isPresent();
      case ROUTE, PLACE -> !meaning.isBlank();
      case PART, GENDER, RANK, DIET, COMPANION, BLANK, UNKNOWN, NOTE -> meanings.contains(meaning);
    };
  }

  /// Headings are compared by their letters, values by all that is not space.
  String key(String wording) {
    return switch (this) {
      case HEADING, PART -> Wording.letters(wording);
      case NTH_HEADING -> nth(wording);
      case GENDER, RANK, DIET, ROUTE, PLACE, COMPANION, BLANK, UNKNOWN, NOTE ->
          Wording.key(wording);
    };
  }

  /// Empty, and so refused, where no number says which of them.
  private static String nth(String wording) {
    int mark = wording.lastIndexOf('#');
    String which = mark < 0 ? "" : wording.substring(mark);
    return which.matches("#[1-9]\\d?") ? Wording.letters(wording.substring(0, mark)) + which : "";
  }
}
